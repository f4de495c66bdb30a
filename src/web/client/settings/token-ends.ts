/** How long a token can be made for, in days; `none` is until somebody ends it. */
export const lengths = ['30', '90', '365', 'none'] as const
export type Length = (typeof lengths)[number]

/** When a token ends that is made `now` for `length`. */
export function endOf(length: Length, now: Date): string | undefined {
  if (length === 'none') return undefined
  return new Date(now.getTime() + Number(length) * 86_400_000).toISOString()
}
