import { scaleLinear } from 'd3-scale'

/** Round figures beside an axis, about so many. */
const FIGURES = 4

export type AmountScale = ReturnType<typeof amountScale>

/** Where amounts are drawn between `bottom` and `top`. Zero is always seen, and the ends are round figures. */
export function amountScale(values: readonly number[], bottom: number, top: number) {
  const least = values.reduce((one, other) => Math.min(one, other), 0)
  const most = values.reduce((one, other) => Math.max(one, other), 0)
  const domain = least === most ? [0, 1] : [least, most]
  const scale = scaleLinear().domain(domain).nice(FIGURES).range([bottom, top])
  return { at: (value: number) => scale(value), figures: least === most ? [0] : scale.ticks(FIGURES) }
}
