import type { Moment } from '../clock.ts'
import type { AppendAsked, LogRow, Operation } from '../history.ts'

type Step = { at: Moment; position: number }

/**
 * Between which positions the head was at a moment, as far as anybody could know: not before what somebody had been told
 * by then, and before all that was asked for only afterwards.
 */
export function headBounds(
  operations: readonly Operation[],
  attempts: ReadonlyMap<string, readonly AppendAsked[]>,
  ofCommand: ReadonlyMap<string, readonly LogRow[]>,
) {
  const told = operations.map((operation) => ({ at: operation.end, position: toldPosition(operation) }))
  const begun = [...ofCommand].flatMap(([id, rows]) => {
    const first = Math.min(...(attempts.get(id) ?? []).map(({ begin }) => begin))
    return Number.isFinite(first) ? [{ at: first, position: (rows[0]?.position ?? Infinity) - 1 }] : []
  })
  const rising = soFar(
    told.sort((one, other) => one.at - other.at),
    Math.max,
  )
  const falling = soFar(
    begun.sort((one, other) => other.at - one.at),
    Math.min,
  )

  return {
    /** The highest position of which somebody was told before `moment`; 0 if nobody was told of any. */
    atLeast: (moment: Moment) => last(rising, ({ at }) => at < moment)?.position ?? 0,
    /** The highest position that could be there at `moment`: the next was asked for only later. */
    atMost: (moment: Moment) => last(falling, ({ at }) => at > moment)?.position ?? Infinity,
  }
}

/** The highest position that an answer speaks of. */
function toldPosition({ ask, answer }: Operation): number {
  if (!answer) return 0
  if ('appended' in answer) return answer.appended.position
  if ('events' in answer) return Math.max(answer.head ?? 0, answer.events.at(-1)?.[0] ?? 0)
  return ask !== 'append' && 'head' in answer ? answer.head : 0
}

function soFar(steps: readonly Step[], choose: (...positions: number[]) => number): Step[] {
  let position: number | undefined
  return steps.map((step) => {
    position = position === undefined ? step.position : choose(position, step.position)
    return { at: step.at, position }
  })
}

/** The last of `steps`, of which the first ones fulfil `isBefore` and the others do not. */
function last(steps: readonly Step[], isBefore: (step: Step) => boolean): Step | undefined {
  let [from, to] = [0, steps.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const step = steps[middle]
    if (step && isBefore(step)) from = middle + 1
    else to = middle
  }
  return steps[from - 1]
}
