import type { Currency } from '../../../events/money.ts'

const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'
/** What people mostly pay with, by region. A suggestion to begin with: anybody can choose another. */
const byRegion: Record<string, string> = {
  ...Object.fromEntries(euro.split(' ').map((region) => [region, 'EUR'])),
  ...{ US: 'USD', GB: 'GBP', CH: 'CHF', JP: 'JPY', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SE: 'SEK', NO: 'NOK', DK: 'DKK' },
  ...{ PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON', IN: 'INR', BR: 'BRL', MX: 'MXN', CN: 'CNY', KR: 'KRW', ZA: 'ZAR' },
}

/** The currency of the region in `locale` (`de-CH` → CHF), the euro where there is none. */
export function localCurrency(locale: string): Currency {
  const { region } = new Intl.Locale(locale).maximize()
  return (byRegion[region ?? ''] ?? 'EUR') as Currency
}
