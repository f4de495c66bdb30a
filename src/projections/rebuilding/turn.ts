/** A row for each projection, to be locked. */
export const TURNS = 'projection_turns'

/** Somebody is at it already: here, or in another process. */
export class Busy extends Error {
  constructor() {
    super('A rebuild is under way already')
  }
}

export type Turn = {
  /** Rejects if the turn is over: the connection that kept it was lost, or somebody else has it by now. */
  check: () => Promise<void>
  end: () => Promise<void>
}

/** How turns are kept apart. */
export type Way = {
  /** Waits for whoever has it. */
  wait: (name: string) => Promise<Turn>
  /** All of `wanted`. Throws `Busy`. */
  take: (wanted: readonly string[]) => Promise<Turn>
}
