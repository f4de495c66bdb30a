/** The names that tokens begin with. */
export const tokenNames = ['category', 'amount', 'date', 'currency', 'batch', 'is', 'who'] as const
export type TokenName = (typeof tokenNames)[number]
export type Operator = ':' | '>' | '>=' | '<' | '<='

/** A part of a filter's text: a word to look for, or a token. `end` is behind its last character. */
export type Piece = { start: number; end: number; value: string; token?: { name: TokenName; operator: Operator } }

const VALUE = String.raw`"(?:[^"\\]|\\.)*"?|[^\s"]\S*`
const TOKEN = new RegExp(String.raw`(${tokenNames.join('|')})(:|=|>=|<=|>|<)(${VALUE})?`, 'isuy')
const WORD = new RegExp(VALUE, 'suy')

/** The parts of `text` in their order. A name that no token has is a word like any other: `12:30`, `re:zero`. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  while (start < text.length) {
    const piece = tokenAt(text, start) ?? wordAt(text, start)
    if (piece) pieces.push(piece)
    start = piece?.end ?? start + 1
  }
  return pieces
}

function tokenAt(text: string, start: number): Piece | undefined {
  const [whole, name, operator, value = ''] = matchAt(TOKEN, text, start)
  if (whole === undefined) return undefined
  const token = { name: name?.toLowerCase() as TokenName, operator: (operator === '=' ? ':' : operator) as Operator }
  return { start, end: start + whole.length, value: unquoted(value), token }
}

function wordAt(text: string, start: number): Piece | undefined {
  const [word] = matchAt(WORD, text, start)
  return word === undefined ? undefined : { start, end: start + word.length, value: unquoted(word) }
}

function matchAt(pattern: RegExp, text: string, start: number): readonly (string | undefined)[] {
  pattern.lastIndex = start
  return pattern.exec(text) ?? []
}

/** `text` as the value of a token: in quotes where it would not be one piece otherwise. */
export function quoted(text: string, needs = !/^[^\s"]\S*$/u.test(text)): string {
  return needs ? `"${text.replace(/["\\]/g, String.raw`\$&`)}"` : text
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  const inner = /^"((?:[^"\\]|\\.)*)/su.exec(value)?.[1] ?? ''
  return inner.replace(/\\(.)/gsu, '$1')
}
