export type Crew<T> = ReturnType<typeof openCrew<T>>

/** Several to whom the same is done; who fails at it is left out of what comes next. */
export function openCrew<T>(members: readonly T[]) {
  let left = members
  const failures: unknown[] = []

  async function attempt(member: T, work: (member: T) => Promise<void>): Promise<void> {
    try {
      await work(member)
    } catch (error) {
      failures.push(error)
      left = left.filter((one) => one !== member)
    }
  }

  return {
    left: () => left,
    async allAtOnce(work: (member: T) => Promise<void>): Promise<void> {
      await Promise.all(left.map((member) => attempt(member, work)))
    },
    async oneByOne(work: (member: T) => Promise<void>): Promise<void> {
      for (const member of left) await attempt(member, work)
    },
    /** Throws what the first of them failed at. */
    settle(): void {
      if (failures.length > 0) throw failures[0]
    },
  }
}
