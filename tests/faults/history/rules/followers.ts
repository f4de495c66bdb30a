import type { Facts } from '../facts.ts'
import type { ReadAsked, Violation } from '../history.ts'

/**
 * A follower remembers one number, that of the last event it saw, and hands it on to its successor when it is killed.
 * Reading on from there it saw every event once, in order, and in the end all of them.
 */
export function followers({ operations, log }: Facts): Violation[] {
  const steps = operations.filter((operation) => operation.ask === 'read' && operation.follower !== undefined)
  const byFollower = Map.groupBy(steps as ReadAsked[], ({ follower }) => follower)
  return [...byFollower].flatMap(([follower, reads]): Violation[] => {
    const broken = (what: string, ...records: unknown[]): Violation[] => {
      return [{ rule: 'followers see everything once', what: `Follower ${follower} ${what}`, records }]
    }
    let last = 0
    for (const read of reads.sort((one, other) => one.begin - other.begin)) {
      if (read.after !== last) return broken(`had seen ${last} and went on after ${read.after}`, read)
      for (const [position] of read.answer && 'events' in read.answer ? read.answer.events : []) {
        if (position !== last + 1) return broken(`saw ${position} after ${last}`, read, log.events[last])
        last = position
      }
    }
    return last === log.head.position ? [] : broken(`saw ${last} events of ${log.head.position}`)
  })
}
