/** Everything that an import has to say of a file and its rows, by code, as the interface says it; in braces what it is about. */
export const sayings = {
  // Why a file is read as it is.
  'as-told': 'As you say',
  'byte-order-mark': 'The file says so (BOM)',
  'zeros-between': 'Every other byte is zero',
  'valid-utf-8': 'The file is valid UTF-8',
  'not-utf-8': 'The file is not valid UTF-8',
  'cells-parted': '{lines} of the first {of} lines have {each} of them ({separator})',
  'nothing-parts': 'Nothing parts the cells of a line',
  'headings-at': 'Line {line} names the columns',
  'no-headings': 'The first line is filled like the others',
  'year-first': 'Every date begins with the year',
  'no-such-month': 'Line {line}: {text} has no month {month}',
  'day-before-dots': 'With dots, the day comes first',
  'same-either-way': 'Day and month are the same',
  'mark-seen': 'Line {line}: {text}',
  'no-decimals': 'No amount has decimals',
  'always-so': 'As such files always are',
  'below-zero': '{below} of {of} amounts are below zero',
  'own-columns': 'What went out and what came in have columns of their own',

  // What has to be said first.
  'which-column': 'Which column has the {field}?',
  'dates-differ': 'Line {line} has {text}, line {otherLine} has {otherText}: which comes first, the day or the month?',
  'date-open': 'Line {line}: {text} may be in two months: which comes first, the day or the month?',
  'marks-differ': 'Line {line} has {text}, line {otherLine} has {otherText}: which mark comes before the decimals?',
  'mark-open': 'Line {line}: {text} may be with decimals or with thousands: which mark comes before the decimals?',
  'many-categories': 'These are {count} categories: at most {most} are taken. Which column has them?',

  // What is known of a row.
  'imported-before': 'This row was imported before',
  'one-like-it': 'The ledger has one just like it',
  'deleted-since': 'It was imported before, and deleted since',
  'same-day': 'The same amount, on the same day: “{description}”',
  'next-day': 'The same amount, 1 day apart: “{description}”',
  'days-apart': 'The same amount, {days} days apart: “{description}”',
  'no-withdrawal': 'In Firefly III this is no withdrawal, but: {kind}',
  divided: 'In Actual this is divided: its parts have rows of their own',
  'deleted-there': 'It is deleted in the ledger that it comes from',
  'came-in': 'Money that came in: an expense only if it is a refund',

  // What keeps a row from being recorded.
  'date-expected': 'Expected a date such as {example}',
  'day-or-month': 'The day or the month may come first: say which',
  'no-such-day': 'Expected a day that there is, from the year 1000 on',
  'description-expected': 'Expected what it was for',
  'category-expected': 'Expected a category, or one for rows without',
  'too-long': 'Expected at most {most} characters',
  'amount-expected': 'Expected an amount such as {example}',
  'mark-unsaid': 'Its mark may be for decimals or for thousands: say which',
  'amount-zero': 'The amount must not be zero',
  'no-such-decimals': '{currency} has no decimals',
  'too-many-decimals': '{currency} has {decimals} decimals, not more',
  'too-large': 'The amount is too large',
  'one-of-two-expected': 'Expected an amount in one of the two columns, not in both',
  'currency-expected': 'Expected an ISO 4217 currency code such as EUR',
  'quote-open': 'Expected the quote at the end of a quoted cell: the file is cut short',
  'row-too-long': 'Expected at most {most} characters in a row: a quote may not be closed',
  'no-row': 'Expected a row of cells',
} as const
export type ImportSaying = keyof typeof sayings
export const importSayings = Object.keys(sayings) as ImportSaying[]

/** `template` with `values` for the names in braces. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
