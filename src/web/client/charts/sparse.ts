/** Every how many labels one is shown: of days, weeks make sense; of months, parts of a year. */
export const strides = { days: [1, 7, 14, 28], months: [1, 2, 3, 6, 12] } as const

type Row = { count: number; width: number; labelWidth: number; of: keyof typeof strides }

/** Of the labels of a row those that there is room for, and surely the first; the last one instead if `fromEnd`. */
export function sparse({ count, width, labelWidth, of }: Row, fromEnd = false): number[] {
  const needed = (count * labelWidth) / Math.max(width, 1)
  const stride = strides[of].find((one) => one >= needed) ?? Math.ceil(needed)
  const all = Array.from({ length: count }, (_, index) => index)
  return all.filter((index) => (fromEnd ? count - 1 - index : index) % stride === 0)
}
