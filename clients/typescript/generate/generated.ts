import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describe } from '../../../src/web/server/openapi/document.ts'
import { toTypeScript } from './types.ts'

export const path = join(import.meta.dirname, '../api.ts')

/** What the file at `path` has to be. */
export async function generated(): Promise<string> {
  const settings = await resolveConfig(path)
  return format(toTypeScript(describe()), { ...settings, parser: 'typescript' })
}
