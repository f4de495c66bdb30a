import type { ImportMapping, ImportPreview, ImportQuery } from '../../api.ts'

/** How a file is to be read, as far as somebody has said. */
export type Told = Omit<ImportQuery, 'preview' | 'rows' | 'user'>

/** At most so many are kept; the one that was used longest ago goes first. */
const MOST = 50

/** The mapping that was kept of a file with the same columns, the one used last. */
export function mappingFor({ format, headings, separator }: ImportPreview, kept: readonly ImportMapping[]) {
  if (format !== 'other') return undefined
  return kept.findLast((mapping) => {
    return (
      mapping.separator === separator &&
      Object.values(mapping.columns).every((name) => name === undefined || headings.includes(name))
    )
  })
}

/** What a mapping says of the file. */
export function toldBy({ columns, negated, category, ...mapping }: ImportMapping): Told {
  const { separator, decimalMark, dateFormat, encoding } = mapping
  return {
    ...{ separator, decimalMark, dateFormat },
    ...(negated !== undefined && { negated: negated ? 'true' : 'false' }),
    ...(encoding && { encoding }),
    ...(category !== undefined && { category }),
    dateColumn: columns.date,
    descriptionColumn: columns.description,
    amountColumn: columns.amount ?? '',
    debitColumn: columns.debit ?? '',
    creditColumn: columns.credit ?? '',
    categoryColumn: columns.category ?? '',
    currencyColumn: columns.currency ?? '',
  }
}

/** `kept`, with how the file called `fileName` was read as the newest; forms that are known need no mapping. */
export function withMapping(
  kept: readonly ImportMapping[],
  fileName: string,
  preview: ImportPreview,
  { category }: Told,
): readonly ImportMapping[] {
  const { columns, header, separator, encoding, negated } = preview
  const { date, description, amount, debit, ...more } = columns
  const isKnown = preview.format !== 'other' || !header
  if (isKnown || date === null || description === null || (amount === null && debit === null)) return kept
  const named = Object.entries({ amount, debit, ...more }).filter(([, heading]) => heading !== null)
  const mapping: ImportMapping = {
    name: nameOf(fileName),
    ...{ separator, encoding, negated },
    columns: { date, description, ...Object.fromEntries(named) },
    decimalMark: preview.decimalMark ?? '.',
    dateFormat: preview.dateFormat ?? 'YYYY-MM-DD',
    ...(category !== undefined && { category }),
  }
  return [...kept.filter(({ name }) => name.toLowerCase() !== mapping.name.toLowerCase()), mapping].slice(-MOST)
}

/** What stays the same in the names of one bank's files: `Umsaetze_2026-11.csv` is `Umsaetze`. */
function nameOf(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[\d_\-. ()]+/g, ' ')
    .trim()
  return (name || fileName.trim() || 'CSV').slice(0, 100)
}
