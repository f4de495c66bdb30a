/** What charts are drawn on: of each theme the ground that is nearest to the colours, a row under the pointer. */
export const grounds = { light: '#f8f9fb', dark: '#1b1f27' } as const

/** WCAG 1.4.11: what a part of a picture needs against its ground. */
const ENOUGH = 3
const STEPS = 50

/** `colour`, darker or lighter by as little as makes it stand out from the ground of `theme`. */
export function legible(colour: string, theme: keyof typeof grounds): string {
  const end = theme === 'light' ? 0 : 255
  for (let step = 0; step < STEPS; step += 1) {
    const nearer = towards(colour, end, step / STEPS)
    if (contrast(nearer, grounds[theme]) >= ENOUGH) return nearer
  }
  return towards(colour, end, 1)
}

/** The contrast of two colours, `#rrggbb`, as WCAG 2 defines it: from 1 for the same to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function towards(colour: string, end: number, part: number): string {
  const moved = channels(colour).map((channel) => Math.round(channel + (end - channel) * part))
  return `#${moved.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => linear(channel / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
