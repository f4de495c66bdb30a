import type { Currency } from '../../../events/money.ts'

/** The currencies of `found`, one's own first, each once. */
export function currenciesOf(own: Currency, found: readonly { currency: Currency }[]): Currency[] {
  const others = new Set(found.map(({ currency }) => currency).filter((currency) => currency !== own))
  return found.some(({ currency }) => currency === own) || others.size === 0
    ? [own, ...[...others].sort()]
    : [...others].sort()
}

/** The one that `asked` names, or else the first. */
export function chosenOf(asked: string | undefined, all: readonly Currency[], own: Currency): Currency {
  return all.find((currency) => currency === asked) ?? all[0] ?? own
}
