import type { Readable } from 'node:stream'

/** No event takes nearly as much: its data is 16 MB at most. */
const LONGEST = 64 * 1024 * 1024
const NEWLINE = 10

/** A line without its end; `whole` is false for what comes after the last end of line. */
export type FileLine = { bytes: Buffer; whole: boolean }

/** The lines of `file`, some at a time, as bytes. A line that is longer than any can be is given up, not whole. */
export async function* fileLines(file: Readable): AsyncGenerator<FileLine[]> {
  let begun: Buffer[] = []
  let length = 0
  for await (const chunk of file as AsyncIterable<Buffer>) {
    const lines: FileLine[] = []
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const rest = chunk.subarray(from, end)
      lines.push({ bytes: begun.length > 0 ? Buffer.concat([...begun, rest]) : rest, whole: true })
      begun = []
      length = 0
      from = end + 1
    }
    if (lines.length > 0) yield lines
    if (from < chunk.length) begun.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LONGEST) break
  }
  if (begun.length > 0) yield [{ bytes: Buffer.concat(begun), whole: false }]
}
