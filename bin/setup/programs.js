import { accessSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'

/** The full path of the first of `names` that is in PATH or in one of `folders` and may be run. */
export function findProgram(names, folders) {
  const places = [...(process.env.PATH ?? '').split(':').filter(Boolean), ...folders]
  return names.flatMap((name) => places.map((place) => join(place, name))).find(isProgram)
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
