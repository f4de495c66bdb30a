import type { Report } from './question.ts'

/**
 * `report` as one JSON object on one line, piece by piece; the first piece has some of the list, if there is any. The same report
 * is the same text, to the byte.
 */
export async function* toJson({ opening, list, portions, closing }: Report): AsyncGenerator<string> {
  const begin = `${JSON.stringify(opening).slice(0, -1)},"${list}":[`
  let before = begin
  for await (const items of portions) {
    if (items.length === 0) continue
    yield before + items.map((item) => JSON.stringify(item)).join(',')
    before = ','
  }
  yield `${before === begin ? begin : ''}],${JSON.stringify(closing()).slice(1)}`
}
