import test from 'ava'
import fc from 'fast-check'
import { personText, sameName } from '../../src/events/text.ts'

const Text = personText(20)

const isKept = test.macro({
  exec(t, text: string) {
    t.is(Text.parse(text), text)
  },
  title: (what) => `is kept as it was written: ${what}`,
})
test('blanks around it', isKept, ' Lunch ')
test('an emoji of many parts', isKept, '👩‍👩‍👧‍👦 out')
test('right-to-left text and its marks', isKept, '\u202bקפה\u202c \u200fشاي')
test('tabs and line ends', isKept, 'two\r\nlines\tlong')
test('accents that are not composed', isKept, 'Cafe\u0301')
test('as many characters as there may be', isKept, 'x'.repeat(20))
test('what is special to others', isKept, `'"\\%_<&>;--`)

const isRefused = test.macro({
  exec(t, text: string, because: string) {
    t.is(Text.safeParse(text).error?.issues[0]?.message, because)
  },
  title: (what) => `is refused: ${what}`,
})
test('nothing', isRefused, '', 'Must not be empty')
test('only blanks', isRefused, ' \t\u00a0\u3000\n', 'Must not be empty')
test('one character too many', isRefused, 'x'.repeat(21), 'Expected at most 20 characters')
test('far too many characters', isRefused, 'x'.repeat(10_000), 'Expected at most 20 characters')
test('a lone surrogate', isRefused, 'half \ud83d', 'Contains half of a character (a lone surrogate)')
test('surrogates in the wrong order', isRefused, '\ude00\ud83d', 'Contains half of a character (a lone surrogate)')
test('an end of file', isRefused, 'Lunch\u0000', 'Contains control characters')
test('a terminal command', isRefused, '\u001b[31mLunch', 'Contains control characters')

test('a name is the same in any case, spacing and composition', (t) => {
  for (const name of ['CAFÉ  BAR', ' café bar ', 'Cafe\u0301\tBar', 'café\u00a0bar']) t.is(sameName(name), 'café bar')
})

test('names that differ in more are not the same', (t) => {
  const names = ['cafe bar', 'café bar', 'cafébar', 'café-bar', 'кафе', '☕']
  t.is(new Set(names.map(sameName)).size, names.length)
})

test('a name that was made comparable stays as it is', (t) => {
  const anyText = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(anyText, (name) => {
      const once = sameName(name)
      return sameName(once) === once && sameName(name.normalize('NFD')) === once
    }),
  )
  t.pass()
})
