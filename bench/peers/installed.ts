import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'node_modules')

/** A package that may not be there, by a name that the type checker cannot look up. Rejects if it is not. */
export async function load<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module
}

export function folderOf(name: string): string {
  return join(folder, name)
}

export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { version: string }).version
}
