import type { AuditEntry } from '../../api.ts'
import { Swatch } from '../categories/Swatch.tsx'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { useLinks } from '../scope/use-scope.ts'
import { deedOf, type Deed } from './deed.ts'
import { fieldsOf, type ChangedField } from './fields.ts'

/** One event: when, who, what, and from what to what. */
export function EntryLine({ entry }: { entry: AuditEntry }) {
  const deed = deedOf(entry)
  const fields = fieldsOf(entry, deed, format)
  return (
    <li class="entry">
      <RecordedAt at={entry.recordedAt} />
      <div class="entry-main">
        <p>
          <Who entry={entry} deed={deed} /> <What entry={entry} deed={deed} />
        </p>
        {deed.facts && <Facts of={deed.facts} />}
        {fields.length > 0 && <dl class="from-to">{fields.map(FromTo)}</dl>}
      </div>
      <small class="entry-where">
        {pageMessages.activity.origins[entry.origin]} · {pageMessages.activity.event(format.count(entry.position))}
      </small>
    </li>
  )
}

/** The time of the day it stands under. */
export function RecordedAt({ at }: { at: string }) {
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.timeOfDay(at)}
    </time>
  )
}

function Who({ entry: { actor, now }, deed: { who } }: { entry: AuditEntry; deed: Deed }) {
  const renamed = actor ? now[actor.id] : undefined
  return (
    <>
      <b dir="auto">{who}</b>
      {renamed !== undefined && <small> ({pageMessages.activity.nowCalled(renamed)})</small>}
    </>
  )
}

function What({ entry: { stream }, deed: { did, thing, more } }: { entry: AuditEntry; deed: Deed }) {
  const links = useLinks()
  const [, expense] = /^expense-(.+)$/.exec(stream) ?? []
  if (expense === undefined) return <bdi>{[did, thing, more].filter(Boolean).join(' ')}</bdi>
  const history = links('/expenses', { expense, tab: 'history' })
  return (
    <>
      {thing && `${did} `}
      <a href={history} dir="auto">
        {thing || did}
      </a>
      {more && ` ${more}`}
    </>
  )
}

function Facts({ of: { amount, currency, date, category } }: { of: NonNullable<Deed['facts']> }) {
  return (
    <p class="entry-facts">
      <span class="num">{format.money(amount, currency)}</span> · {format.dayOfYear(date)}
      {category !== undefined && (
        <>
          {' '}
          · <bdi>{category}</bdi>
        </>
      )}
    </p>
  )
}

function FromTo({ field, from, to }: ChangedField) {
  const words = pageMessages.activity
  const style = field === 'amount' ? 'num' : undefined
  const shown = (text: string) => (
    <>
      {field === 'colour' && <Swatch colour={text} />}
      <bdi>{text}</bdi>
    </>
  )
  return (
    <div key={field}>
      <dt>{words.fields[field]}</dt>
      <dd>
        <span class="visually-hidden">{words.was} </span>
        <del class={style}>{shown(from)}</del> <span aria-hidden="true">→</span>{' '}
        <span class="visually-hidden">{words.is} </span>
        <ins class={style}>{shown(to)}</ins>
      </dd>
    </div>
  )
}
