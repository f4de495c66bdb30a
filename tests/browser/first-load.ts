import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const client = join(import.meta.dirname, '../../dist/client')
const assets = join(client, 'assets')

/** What a built page loads before it can be used: its scripts and all that they import, and those of `room`, a lazy one. */
export function firstLoad(page: string, room?: string): { files: string[]; gzipped: number } {
  const html = readFileSync(join(client, page), 'utf8')
  const begun = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, file]) => file!)
  const lazy = readdirSync(assets).filter((file) => room !== undefined && new RegExp(`^${room}-[^.]+\\.js$`).test(file))
  const loaded = new Set<string>()
  for (const file of [...begun, ...lazy]) follow(file, loaded)
  const files = [...loaded].sort()
  const gzipped = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0)
  return { files, gzipped }
}

function follow(file: string, loaded: Set<string>): void {
  if (loaded.has(file)) return
  loaded.add(file)
  for (const imported of importsOf(readFileSync(join(assets, file), 'utf8'))) follow(basename(imported), loaded)
}

/** Static imports alone: what is imported when it is needed is written with brackets. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+\.js)["']/g)].map(([, path]) => path!)
}
