/** An amount in major units that a filter's `min` or `max` names, without needless zeros: `20`, `-3.5`. */
const BOUND = /^(-?)0*(\d{1,16})(?:[.,](\d{1,4}))?$/
/** No currency has more decimals: what is more than 20 is at least 20.0001. */
const DECIMALS = 4
const UNIT = 10n ** BigInt(DECIMALS)

/** `text` as a bound; `undefined` if it is none. Both 12.50 and 12,50 are read. */
export function readBound(text: string | undefined): string | undefined {
  const [, sign, whole, fraction = ''] = BOUND.exec(text ?? '') ?? []
  if (whole === undefined) return undefined
  return written(BigInt(`${sign}${whole}${fraction.padEnd(DECIMALS, '0')}`))
}

/** The least bound above `bound` if `steps` is 1, the largest below it if -1. */
export function beside(bound: string, steps: 1 | -1): string {
  return written(unitsOf(bound) + BigInt(steps))
}

/** What a bound lies just above (1) or just below (-1): the 20 of 20.0001; `undefined` where it is a plain one. */
export function besideOf(bound: string, side: 1 | -1): string | undefined {
  const at = unitsOf(bound) - BigInt(side)
  return at % 10n === 0n ? written(at) : undefined
}

function unitsOf(bound: string): bigint {
  const [, sign, whole = '', fraction = ''] = BOUND.exec(bound) ?? []
  return BigInt(`${sign}${whole}${fraction.padEnd(DECIMALS, '0')}`)
}

function written(units: bigint): string {
  const size = units < 0n ? -units : units
  const fraction = `${size % UNIT}`.padStart(DECIMALS, '0').replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${size / UNIT}${fraction && `.${fraction}`}`
}
