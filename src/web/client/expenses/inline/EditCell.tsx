import type { ComponentChildren } from 'preact'
import { dayOfKey } from '../../entry/date-keys.ts'
import type { Draft } from '../../entry/draft.ts'
import { readAmount } from '../../entry/amount-text.ts'
import { FieldError, tied } from '../../form/Field.tsx'
import { messages } from '../../messages.ts'
import { format, session, today } from '../../page.ts'
import { inline } from '../list-page.ts'
import { CategoryBox } from './CategoryBox.tsx'
import type { InlineField } from './inline-edit.ts'

type Props = { draft: Draft }
const at = (path: InlineField) => ({ form: 'inline', path, of: inline.submission })

/** The box in which a field is changed, with what is wrong with it below. */
export function EditCell({ field, draft }: Props & { field: InlineField }) {
  const Box = boxes[field]
  return (
    <td class={field}>
      <Box draft={draft} />
      <FieldError {...at(field)} />
    </td>
  )
}

const boxes: Record<InlineField, (props: Props) => ComponentChildren> = {
  date: DateBox,
  description: DescriptionBox,
  category: Category,
  amount: AmountBox,
}

function DateBox({ draft: { date } }: Props) {
  function step(event: KeyboardEvent) {
    const next = dayOfKey(event, date, today())
    if (next === undefined) return
    event.preventDefault()
    inline.update({ date: next })
  }
  return (
    <input
      {...tied(at('date'))}
      class="form-control"
      type="date"
      min="1000-01-01"
      max="9999-12-31"
      aria-label={messages.fields.date}
      value={date}
      onInput={({ currentTarget }) => inline.update({ date: currentTarget.value })}
      onKeyDown={step}
    />
  )
}

function DescriptionBox({ draft: { description } }: Props) {
  return (
    <input
      {...tied(at('description'))}
      class="form-control"
      aria-label={messages.fields.description}
      maxLength={500}
      dir="auto"
      autoComplete="off"
      value={description}
      onInput={({ currentTarget }) => inline.update({ description: currentTarget.value })}
    />
  )
}

function Category({ draft: { categoryText, picked } }: Props) {
  const { id, 'aria-invalid': invalid, 'aria-describedby': describedBy } = tied(at('category'))
  return (
    <CategoryBox
      id={id}
      wrong={{ 'aria-invalid': invalid, 'aria-describedby': describedBy }}
      text={picked === '' ? categoryText : picked}
      choices={inline.choices.value}
      meant={inline.meant.value}
      onType={(text) => inline.update({ categoryText: text, picked: '' })}
      onPick={({ name }) => inline.update({ picked: name })}
    />
  )
}

/** A sum is echoed as it is read, and so is another currency than one's own. */
function AmountBox({ draft: { amount, currency } }: Props) {
  const reading = readAmount(amount, currency)
  const needsEcho = 'major' in reading && (reading.summed || currency !== session.me.value?.currency)
  const echo = needsEcho ? `= ${format.money(reading.major, currency)}` : undefined
  return (
    <>
      <input
        {...tied(at('amount'), echo)}
        class="form-control num"
        inputMode="decimal"
        aria-label={`${messages.fields.amount}, ${currency}`}
        maxLength={100}
        autoComplete="off"
        value={amount}
        onInput={({ currentTarget }) => inline.update({ amount: currentTarget.value })}
      />
      {echo !== undefined && (
        <p class="hint" id="inline-amount-hint">
          {echo}
        </p>
      )}
    </>
  )
}
