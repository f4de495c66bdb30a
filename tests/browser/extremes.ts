/** What is hard to show, for one person: each is a category, a description, an amount and a currency. */
const hard = [
  ['Groceries', 'Market', '9999999999999.99', 'EUR'],
  ['Groceries', 'Refund of the market', '-8765432109876.54', 'EUR'],
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
const people = [
  { name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(2).trim(), email: `${'very.long.'.repeat(6)}name@example.com` },
  { name: 'فاطمة الزهراء بنت محمد', email: 'fatima@example.com' },
]

/** Forty categories and more, over some months of this year; and people with names of all kinds. */
export async function fillWithExtremes(url: string, cookie: string): Promise<void> {
  async function post(path: string, data: object): Promise<void> {
    const headers = { 'Content-Type': 'application/json', Cookie: cookie }
    const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(data) })
    if (!answer.ok) throw new Error(await answer.text())
  }
  const many = Array.from(
    { length: 40 },
    (_, index) => [`Category ${index + 1}`, `Thing ${index + 1}`, `${index + 1}`, 'EUR'] as const,
  )
  const today = new Date()
  for (const [index, [category, description, amount, currency]] of [...many, ...hard].entries()) {
    const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - (45 - index) * 2))
    await post('/api/expenses', { category, description, amount, currency, date: date.toISOString().slice(0, 10) })
  }
  for (const person of people) await post('/api/users', { ...person, password: 'ten letters', currency: 'EUR' })
}
