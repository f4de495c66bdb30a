/** What a verification comes to. `head` is the root hash of all events in base64, as checkpoints have it. */
export type Verdict = { ok: true; events: number; head: string } | { ok: false; position: number; problem: string }

/** The first thing that is not as it was recorded: at which position, and what it is, in words. */
export class Flaw extends Error {
  override readonly name = 'Flaw'
  readonly position: number

  constructor(position: number, problem: string) {
    super(problem)
    this.position = position
  }
}

/** A flaw is an answer; that there is no answer is thrown on. */
export async function verdictOf(verify: () => Promise<{ events: number; head: string }>): Promise<Verdict> {
  try {
    return { ok: true, ...(await verify()) }
  } catch (error) {
    if (error instanceof Flaw) return { ok: false, position: error.position, problem: error.message }
    throw error
  }
}
