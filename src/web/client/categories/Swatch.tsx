/** A square in the colour of a category, beside its name: never the only sign of it. */
export function Swatch({ colour }: { colour: string }) {
  return <span class="swatch" style={{ '--c': colour }} aria-hidden="true" />
}
