/** Everything that an import has to say of a file and its rows; which words it is said in is for whoever shows it. */
export const importSayings = [
  // Why a file is read as it is.
  ...([
    'as-told',
    'byte-order-mark',
    'zeros-between',
    'valid-utf-8',
    'not-utf-8',
    'cells-parted',
    'nothing-parts',
  ] as const),
  ...(['headings-at', 'no-headings', 'year-first', 'no-such-month', 'day-before-dots', 'same-either-way'] as const),
  ...(['mark-seen', 'no-decimals', 'always-so', 'below-zero', 'own-columns'] as const),
  // What has to be said first.
  ...(['which-column', 'dates-differ', 'date-open', 'marks-differ', 'mark-open', 'many-categories'] as const),
  // What is known of a row.
  ...(['imported-before', 'one-like-it', 'deleted-since', 'same-day', 'next-day', 'days-apart'] as const),
  ...(['no-withdrawal', 'divided', 'deleted-there', 'came-in'] as const),
  // What keeps a row from being recorded.
  ...([
    'date-expected',
    'day-or-month',
    'no-such-day',
    'description-expected',
    'category-expected',
    'too-long',
  ] as const),
  ...(['amount-expected', 'mark-unsaid', 'amount-zero', 'no-such-decimals', 'too-many-decimals', 'too-large'] as const),
  ...(['one-of-two-expected', 'currency-expected', 'quote-open', 'row-too-long', 'no-row'] as const),
] as const
export type ImportSaying = (typeof importSayings)[number]

/** `template` with `values` for the names in braces. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
