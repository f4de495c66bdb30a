import { Currency } from '../../events/money.ts'

type DemoPerson = { name: string; email: string; currency: Currency }

const currency = (code: string) => Currency.parse(code)

/** The first three are those of the screenshots. */
const known = [
  { first: 'Ana', last: 'Novak', currency: currency('EUR') },
  { first: 'Ben', last: 'Okafor', currency: currency('GBP') },
  { first: 'Chloé', last: 'Martin', currency: currency('CHF') },
]
const firsts = [
  'Dora',
  'Emil',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Jing',
  'Karim',
  'Lena',
  'Mateo',
  'Noor',
  'Olav',
  'Pia',
]
const lasts = ['Abe', 'Berg', 'Costa', 'Dimitrov', 'Eze', 'Fischer', 'García', 'Haddad', 'Ito', 'Jansen', 'Kaya']
const currencies = ['EUR', 'EUR', 'GBP', 'CHF', 'USD', 'SEK'].map(currency)

/** The demo's person of this number, from 0 on, with an address at `domain`; no two have the same address. */
export function personAt(index: number, domain: string): DemoPerson {
  const { first, last, currency } = known[index] ?? madeUp(index - known.length)
  const round = Math.floor(Math.max(0, index - known.length) / (firsts.length * lasts.length))
  const local = index < known.length ? first : `${first}.${last}${round || ''}`
  const email = `${local
    .normalize('NFD')
    .replace(/[^\w.]/g, '')
    .toLowerCase()}@${domain}`
  return { name: `${first} ${last}`, email, currency }
}

/** Their numbers have no common divisor, so that each first name meets each last name before a pair comes again. */
function madeUp(number: number): (typeof known)[number] {
  const pick = <T>(from: readonly T[]) => from[number % from.length] as T
  return { first: pick(firsts), last: pick(lasts), currency: pick(currencies) }
}
