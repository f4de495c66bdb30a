/** RFC 4180 to the letter, written without a look at how the records are made. */
export function parse(text: string): string[][] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const record: string[] = []
    for (;;) {
      const [whole = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(text.slice(at)) ?? []
      record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
      at += whole.length
      if (text[at] !== ',') break
      at += 1
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No end of line at ${at} of ${text}`)
    at += 2
    records.push(record)
  }
  return records
}
