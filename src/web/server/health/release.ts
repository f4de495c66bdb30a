import manifest from '../../../../package.json' with { type: 'json' }
import type { Health } from '../../api.ts'

export const { version } = manifest

/** That the process is alive, and which release it is. */
export function healthOf(status: Health['status'], commit: string | undefined): Health {
  return { status, version, commit: commit ?? null }
}
