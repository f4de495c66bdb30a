import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { NAME, WIRE } from './namespace.ts'
import { folder } from './place.ts'
import { expect } from './told.ts'

/** Throws if anything is still there that this run has made, or started. What it keeps for the next one is in `cache`. */
export async function nothingIsLeft(): Promise<void> {
  const left = [
    ...[folder, `/run/netns/${NAME}`, `/sys/class/net/${WIRE}`].filter((path) => existsSync(path)),
    ...read('/proc/mounts').split('\n').filter(isOurs),
    ...readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((id) => read(`/proc/${id}/cmdline`).replaceAll('\0', ' '))
      .filter(isOurs),
  ]
  expect(left.length === 0, `nothing, not ${left.join('\n')}`)
}

const isOurs = (line: string) => line.includes(folder)

/** What is in a file; a process may end before it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
