import type { Config } from '../config.ts'
import { isLoopback } from '../web/server/http/loopback.ts'
import { Unusable } from './unusable.ts'

/** Throws `Unusable` where others than this machine get in while nobody has registered: whoever of them came first would be admin. */
export async function expectAdmin(
  { host, allowFirstRun }: Pick<Config, 'host' | 'allowFirstRun'>,
  isFirstRun: () => Promise<boolean>,
): Promise<void> {
  if (allowFirstRun || host === 'localhost' || isLoopback(host) || !(await isFirstRun())) return
  throw new Unusable(
    `HOST ${host} lets others in, and nobody has registered yet: whoever came first would be the admin. ` +
      'Register one with: npm run ledger -- user add --name … --email …; or set ALLOW_FIRST_RUN=true',
  )
}
