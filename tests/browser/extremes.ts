/** What is hard to show, for one person: each is a category, a description, an amount and a currency. */
const hard = [
  ['Groceries', 'Market', '9999999999999.99', 'EUR'],
  ['Groceries', 'Refund of the market', '-9999999999999.98', 'EUR'],
  [
    'Donaudampfschifffahrtsgesellschaftskapitänsmützen',
    'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5),
    '12.50',
    'EUR',
  ],
  [
    'A category whose name has a great many words, none of them long, up to the hundred that are all',
    'Words and words '.repeat(30).trim(),
    '7',
    'EUR',
  ],
  ['مشتريات', 'خبز وحليب من السوق', '31.250', 'KWD'],
  ['קפה', 'קפה ועוגה (2)', '18.40', 'EUR'],
] as const

/** Forty categories and more, over some months of this year. */
export async function fillWithExtremes(url: string, cookie: string): Promise<void> {
  const many = Array.from(
    { length: 40 },
    (_, index) => [`Category ${index + 1}`, `Thing ${index + 1}`, `${index + 1}`, 'EUR'] as const,
  )
  const today = new Date()
  for (const [index, [category, description, amount, currency]] of [...many, ...hard].entries()) {
    const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - (45 - index) * 2))
    const headers = { 'Content-Type': 'application/json', Cookie: cookie }
    const body = JSON.stringify({ category, description, amount, currency, date: date.toISOString().slice(0, 10) })
    const answer = await fetch(new URL('/api/expenses', url), { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(await answer.text())
  }
}
