import type { Logger } from 'pino'
import type { Subscription } from 'rxjs'
import type { Config } from '../config.ts'
import { openCheckpoints, type Checkpoints, type Signed } from '../events/log/merkle/checkpoints.ts'
import { signAsItGrows } from '../events/log/merkle/signing.ts'
import { openTree, type Tree } from '../events/log/merkle/stored-tree.ts'
import type { Ledger } from './ledger.ts'
import { openSigningKey } from './signing-key.ts'

export type Signing = {
  tree: Tree
  checkpoints: Checkpoints
  /** What proves the signatures made here, if any are. */
  publicKey: string | undefined
  sign: () => Subscription
}

type Settings = Pick<Config, 'dataDir' | 'signingKey' | 'checkpoints'>

/** The tree and its checkpoints; `sign` goes on in the background, and logs why the log cannot be signed. Throws `Unusable`. */
export function openSigning({ pool, log }: Pick<Ledger, 'pool' | 'log'>, settings: Settings, logger: Logger): Signing {
  const tree = openTree(pool)
  const key = openSigningKey(settings, (line) => logger.warn(line))
  const checkpoints = openCheckpoints({ pool, tree, key })
  if (key) logger.info({ publicKey: key.verifierKey }, 'Checkpoints are signed with this key')
  let said: string | undefined

  /** The same is not said again and again. */
  function onSigned(signed: Signed): void {
    const problem = 'refused' in signed ? signed.refused : undefined
    if (problem !== said && problem !== undefined) logger.error({ problem }, 'The log is not signed')
    said = problem
  }

  const onError = (error: unknown) => logger.warn({ err: error }, 'The log could not be signed just now')
  const sign = () => {
    return signAsItGrows({ appended: log.appended, checkpoints, pace: settings.checkpoints, onSigned, onError })
  }
  return { tree, checkpoints, publicKey: key?.verifierKey, sign }
}
