/**
 * The ten bytes that a gzip file begins with, as backups have them: no name, no time, no flags, and no word of how hard or on
 * which system it was compressed. Node writes the last two as it likes, and nobody who reads them looks at them: so that no
 * byte of a backup can be changed without being noticed, they are always these.
 */
export const GZIP = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/** `source`, which is what Node's gzip writes, with that beginning. */
export async function* withGzipHeader(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const chunk of source) {
    yield isFirst ? Buffer.concat([GZIP, chunk.subarray(GZIP.length)]) : chunk
    isFirst = false
  }
}
