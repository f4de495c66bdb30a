/** Where the arrow keys lead from `at` in a row of `count`; nowhere with other keys. The ends hold. */
export function rove(key: string, at: number, count: number): number | undefined {
  const last = count - 1
  const targets: Record<string, number> = {
    ArrowLeft: Math.max(0, at - 1),
    ArrowRight: Math.min(last, at + 1),
    Home: 0,
    End: last,
  }
  return Object.hasOwn(targets, key) ? targets[key] : undefined
}
