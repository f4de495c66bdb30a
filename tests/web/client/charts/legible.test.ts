import test from 'ava'
import fc from 'fast-check'
import { contrast, grounds, legible } from '../../../../src/web/client/charts/legible.ts'
import { swatches } from '../../../../src/web/client/categories/swatches.ts'

const themes = ['light', 'dark'] as const
const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)

test('contrast is as WCAG has it', (t) => {
  t.is(contrast('#000000', '#ffffff'), 21)
  t.is(contrast('#3d9068', '#3d9068'), 1)
  // The grey that is just enough for text on white.
  t.is(Math.round(contrast('#767676', '#ffffff') * 100), 454)
})
test('every colour stands out in both themes', (t) => {
  fc.assert(
    fc.property(anyColour, fc.constantFrom(...themes), (colour, theme) => {
      return contrast(legible(colour, theme), grounds[theme]) >= 3
    }),
  )
  t.pass()
})
test('the colours that are offered stay as they are, or nearly so', (t) => {
  const changed = swatches.filter((swatch) => themes.some((theme) => contrast(swatch, legible(swatch, theme)) > 1.1))
  t.deepEqual(changed, [])
})
test('a colour is moved no further than it must be', (t) => {
  t.is(legible('#3b7dd8', 'light'), '#3b7dd8')
  const [yellow, navy] = [legible('#ffee00', 'light'), legible('#000080', 'dark')]
  t.true(contrast(yellow, grounds.light) < 3.3, yellow)
  t.true(contrast(navy, grounds.dark) < 3.3, navy)
})
