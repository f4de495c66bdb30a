export const WIDTH = 760

const STYLE = `<style>
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600 }
  .card { fill: #ffffff; stroke: #d1d9e0 }
  .grid { stroke: #d1d9e0 }
  .own { fill: #2f7d5b }
  .other { fill: #8c96a0 }
  .quiet { fill: #59636e }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .card { fill: #15191e; stroke: #3d444d }
    .grid { stroke: #3d444d }
    .own { fill: #4fb286 }
    .other { fill: #6e7781 }
    .quiet { fill: #9198a1 }
  }
</style>`

/** A picture of `height`, on a card that is light or dark as whoever looks at it has it. */
export function framed(label: string, height: number, drawn: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">
${STYLE}
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" />
${drawn.join('\n')}
</svg>
`
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
