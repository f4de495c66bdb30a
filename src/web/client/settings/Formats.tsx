import type { DateStyle, User } from '../../api.ts'
import type { Currency } from '../../../events/money.ts'
import { CurrencyOptions } from '../form/CurrencyOptions.tsx'
import { pageMessages } from '../page-messages.ts'
import { format, preferences, today } from '../page.ts'
import { Choice } from './Choice.tsx'
import { dateStyles } from './date-styles.ts'
import { firstDayIn } from './first-day.ts'
import { keep } from './keep.ts'
import { localesWith, nameOf } from './locales.ts'
import { Section } from './Section.tsx'

const AUTOMATIC = ''
const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** How amounts and dates are written. */
export function Formats({ me }: { me: User }) {
  const { locale, firstDayOfWeek, dateStyle, defaultCurrency } = preferences.now.value
  const words = pageMessages.settings.formats
  return (
    <Section name="formats">
      <Choice
        id="locale"
        label={words.locale}
        value={locale ?? AUTOMATIC}
        onChoose={(tag) => keep({ locale: tag === AUTOMATIC ? null : tag })}
      >
        <option value={AUTOMATIC}>{words.automatic(nameOf(navigator.language))}</option>
        {localesWith(locale).map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice id="date-style" label={words.dates} value={dateStyle} onChoose={(style) => keep({ dateStyle: style })}>
        {(Object.keys(dateStyles) as DateStyle[]).map((style) => (
          <option key={style} value={style}>
            {words.dateStyles[style]}
          </option>
        ))}
      </Choice>
      <Choice
        id="first-day"
        label={words.firstDay}
        value={`${firstDayOfWeek ?? AUTOMATIC}`}
        onChoose={(day) => keep({ firstDayOfWeek: day === AUTOMATIC ? null : Number(day) })}
      >
        <option value={AUTOMATIC}>{words.automatic(format.dayOfWeek(firstDayIn(locale ?? undefined)))}</option>
        {weekdays.map((day) => (
          <option key={day} value={`${day}`}>
            {format.dayOfWeek(day)}
          </option>
        ))}
      </Choice>
      <Choice
        id="default-currency"
        label={words.currency}
        hint={words.currencyHint}
        value={defaultCurrency ?? AUTOMATIC}
        onChoose={(code) => keep({ defaultCurrency: code === AUTOMATIC ? null : code })}
      >
        <option value={AUTOMATIC}>{words.ownCurrency(me.currency)}</option>
        <CurrencyOptions />
      </Choice>
      <Example currency={defaultCurrency ?? me.currency} />
    </Section>
  )
}

/** What the choices come to, as it is everywhere on the page. */
function Example({ currency }: { currency: Currency }) {
  const words = pageMessages.settings.formats
  return (
    <dl class="settings-example" aria-label={words.example}>
      <div>
        <dt>{words.amounts}</dt>
        <dd class="num">
          {format.money('1234', currency)} · {format.money('-39', currency)}
        </dd>
      </div>
      <div>
        <dt>{words.dates}</dt>
        <dd>
          {format.dayOfYear(today())} · {format.weekday(today())}
        </dd>
      </div>
      <div>
        <dt>{words.moments}</dt>
        <dd>{format.moment(new Date().toISOString())}</dd>
      </div>
    </dl>
  )
}
