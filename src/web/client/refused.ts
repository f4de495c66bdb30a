import type { Problem } from '../api.ts'

/** The server understood and said no. `retryAfter` is in seconds, where the server named a time. */
export class Refused extends Error {
  readonly problem: Problem
  readonly retryAfter: number | undefined
  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title)
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** No answer came: whether a command was carried out is not known, and asking again under the same key is safe. */
export class Unreachable extends Error {}
