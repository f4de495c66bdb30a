import type { Filter } from './filter.ts'
import { changedBy, readFilterText, type Reading, type TokenPiece } from './filter-text.ts'
import type { Names } from './filter-token.ts'

/** What is left of a typed text, where its caret is then, and what the tokens that were taken out of it ask for. */
export type Settled = { text: string; caret: number; changed: Partial<Filter> }

/**
 * Takes the tokens out of `text` that are done: those that can be read and that somebody has gone on from, with a blank behind
 * them and the caret elsewhere; all that can be read if `isAll`. What cannot be read stays, to be mended.
 */
export function settle(text: string, caret: number, names: Names, isAll: boolean): Settled {
  const { tokens } = readFilterText(text, names)
  const done = tokens.filter((token) => token.changed && (isAll || isLeft(token, text, caret)))
  let [rest, at] = [text, caret]
  for (const { piece } of done.toReversed()) {
    const end = piece.end + (/^\s/u.test(rest.slice(piece.end)) ? 1 : 0)
    rest = rest.slice(0, piece.start) + rest.slice(end)
    if (at > piece.start) at = Math.max(piece.start, at - (end - piece.start))
  }
  return { text: rest, caret: at, changed: changedBy(done) }
}

/** The tokens that are told to be wrong: while somebody types, not the one that is being typed. */
export function wrongIn({ tokens }: Reading, caret: number | undefined): readonly TokenPiece[] {
  return tokens.filter(
    ({ problem, piece: { start, end } }) => problem && (caret === undefined || caret < start || caret > end),
  )
}

/** `text` in parts that follow each other, those in `wrong` marked. */
export function markedParts(text: string, wrong: readonly TokenPiece[]): { text: string; isWrong: boolean }[] {
  let from = 0
  const parts = wrong.flatMap(({ piece: { start, end } }) => {
    const before = { text: text.slice(from, start), isWrong: false }
    from = end
    return [before, { text: text.slice(start, end), isWrong: true }]
  })
  return [...parts, { text: text.slice(from), isWrong: false }].filter(({ text }) => text !== '')
}

function isLeft({ piece: { start, end } }: TokenPiece, text: string, caret: number): boolean {
  return /^\s/u.test(text.slice(end)) && (caret < start || caret > end)
}
