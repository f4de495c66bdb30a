import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import type { Category } from '../../api.ts'
import { dayOfKey } from '../entry/date-keys.ts'
import { choicesFor, likeliest, recentFirst } from '../entry/meant-category.ts'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { categories, format, list, today } from '../page.ts'
import { CategoryBox } from './inline/CategoryBox.tsx'
import { asking, bulk } from './list-page.ts'
import type { Chosen } from './use-chosen.ts'

type Props = { what: 'category' | 'date'; chosen: Chosen }
const close = () => (asking.value = undefined)

/** Asks to what the chosen expenses are changed. */
export function SelectionPanel({ what, chosen }: Props) {
  const words = messages.selection
  const title = what === 'category' ? words.categoryTitle : words.dateTitle
  const Form = what === 'category' ? CategoryForm : DateForm
  useLayoutEffect(() => document.getElementById('chosen-value')?.focus(), [])
  return (
    <Panel kind="small" title={title(chosen.count, format.count(chosen.count))} onLeave={close}>
      <Form chosen={chosen} />
    </Panel>
  )
}

function CategoryForm({ chosen: { which } }: { chosen: Chosen }) {
  const text = useSignal('')
  const picked = useSignal('')
  const choices = choicesFor(text.value, offered())
  const meant = choices.find(({ name }) => name === picked.value) ?? likeliest(text.value, choices)

  function submit(event: Event) {
    event.preventDefault()
    if (!meant) return
    close()
    void bulk.change(which, { category: meant.name }, meant.name)
  }
  return (
    <form class="chosen-form" onSubmit={submit} noValidate>
      <CategoryBox
        id="chosen-value"
        text={picked.value === '' ? text.value : picked.value}
        choices={choices}
        meant={meant}
        onType={(typed) => {
          text.value = typed
          picked.value = ''
        }}
        onPick={({ name }) => (picked.value = name)}
      />
      <button class="btn btn-ink wide" aria-disabled={!meant}>
        {messages.selection.apply}
      </button>
    </form>
  )
}

/** The categories of all whose expenses are in the list; each gets its own owner's one of that name. */
function offered(): Category[] {
  const owners = new Set(list.shown.value?.items.map(({ userId }) => userId))
  const all = [...owners].flatMap((owner) => categories.of(owner).value ?? [])
  return recentFirst([...new Map(all.map((category) => [category.name, category])).values()], [])
}

function DateForm({ chosen: { which } }: { chosen: Chosen }) {
  const date = useSignal(today())

  function submit(event: Event) {
    event.preventDefault()
    if (date.value === '') return
    close()
    void bulk.change(which, { date: date.value }, format.dayOfYear(date.value))
  }
  function step(event: KeyboardEvent) {
    const next = dayOfKey(event, date.value, today())
    if (next === undefined) return
    event.preventDefault()
    date.value = next
  }
  return (
    <form class="chosen-form" onSubmit={submit} noValidate>
      <input
        id="chosen-value"
        class="form-control"
        type="date"
        min="1000-01-01"
        max="9999-12-31"
        aria-label={messages.fields.date}
        value={date.value}
        onInput={({ currentTarget }) => (date.value = currentTarget.value)}
        onKeyDown={step}
      />
      <button class="btn btn-ink wide" aria-disabled={date.value === ''}>
        {messages.selection.apply}
      </button>
    </form>
  )
}
