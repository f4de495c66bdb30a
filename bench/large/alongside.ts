import { compared, figure, type Asked, type Line } from '../line.ts'
import { lasting, quantile } from '../measure.ts'
import type { Commanding } from '../serving/commanding.ts'

const twice: Asked = { what: 'at most twice', atMost: 2 }

/** What commands take while `work` is done, beside what they take before and after, for `seconds` each. */
export async function alongside(
  what: string,
  commands: Commanding,
  seconds: number,
  work: () => Promise<unknown>,
): Promise<Line[]> {
  const before = await commands.round(lasting(seconds))
  let busy = true
  const done = work().finally(() => (busy = false))
  const [during] = await Promise.all([commands.round(() => busy), done])
  const after = await commands.round(lasting(seconds))
  return lines(what, [during], 'before and after', [before, after], twice)
}

/** What half and what 99 % of the commands were answered within; it is the half that is judged. */
export function lines(what: string, own: number[][], beside: string, other: number[][], asked: Asked): Line[] {
  const within = (rounds: number[][], share: number) => {
    const shares = rounds.map((took) => quantile(took, share))
    return figure('ms', shares)
  }
  return [
    compared(`${what}: half`, within(own, 0.5), { what: beside, figure: within(other, 0.5) }, asked),
    compared(`${what}: 99 %`, within(own, 0.99), { what: beside, figure: within(other, 0.99) }),
  ]
}
