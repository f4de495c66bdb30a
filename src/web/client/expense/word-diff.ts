/** A piece of a text: in both, only in the old one, or only in the new one. */
export type Piece = { kind: 'same' | 'out' | 'in'; text: string }

/** How to get from one text to another, word by word: the longest run of words and blanks that both share stays. */
export function wordDiff(from: string, to: string): Piece[] {
  const [old, young] = [wordsOf(from), wordsOf(to)]
  const shared = sharedLengths(old, young)
  const pieces: Piece[] = []
  let [at, by] = [0, 0]
  while (at < old.length || by < young.length) {
    const [before = '', after = ''] = [old[at], young[by]]
    const isSame = at < old.length && by < young.length && before === after
    const takesOld =
      by === young.length || (at < old.length && lengthAt(shared, at + 1, by) >= lengthAt(shared, at, by + 1))
    add(pieces, isSame ? 'same' : takesOld ? 'out' : 'in', isSame || takesOld ? before : after)
    if (isSame || takesOld) at += 1
    if (isSame || !takesOld) by += 1
  }
  return pieces
}

/** Whether the two share enough for a word diff to be easier to read than one after the other. */
export function areAlike(from: string, to: string): boolean {
  const same = wordDiff(from, to).filter(({ kind }) => kind === 'same')
  const shared = same.reduce((length, { text }) => length + text.trim().length, 0)
  return shared * 2 >= Math.min(from.length, to.length) && wordsOf(from).length > 3
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{Letter}\p{Number}\p{Mark}]+|[^\s\p{Letter}\p{Number}\p{Mark}]/gu) ?? []
}

/** How many words `old` from each place on shares with `young` from each place on, in order. */
function sharedLengths(old: readonly string[], young: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0))
  for (let at = old.length - 1; at >= 0; at -= 1) {
    const row = lengths[at] ?? []
    for (let by = young.length - 1; by >= 0; by -= 1) {
      const isSame = old[at] === young[by]
      row[by] = isSame
        ? lengthAt(lengths, at + 1, by + 1) + 1
        : Math.max(lengthAt(lengths, at + 1, by), lengthAt(lengths, at, by + 1))
    }
  }
  return lengths
}

function lengthAt(lengths: readonly number[][], at: number, by: number): number {
  return lengths[at]?.[by] ?? 0
}

function add(pieces: Piece[], kind: Piece['kind'], text: string) {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}
