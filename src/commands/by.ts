import type { UserId } from '../events/ids.ts'

/** On whose behalf a command runs: what it may touch, and the version it is for (`If-Match`), if that matters. */
export type By = {
  /** What is somebody else's does not exist for whoever asks. */
  mayTouch: (owner: UserId) => boolean
  version?: number | undefined
}
