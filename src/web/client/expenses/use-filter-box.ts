import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { categories, list, today } from '../page.ts'
import { othersLedgers } from '../people/ledgers.ts'
import { completed, completionAt, type Known, type Option } from './filter-completion.ts'
import type { Filter } from './filter.ts'
import { readFilterText, wordsText, type Said } from './filter-text.ts'
import { settle, wrongIn } from './filter-typing.ts'
import { useNarrow } from './use-filter.ts'

/** Milliseconds without a letter after which a search begins: whoever types fast asks once, and nobody waits for it. */
const PAUSE = 60

export type FilterBox = ReturnType<typeof useFilterBox>

/** What happens in the box: words are looked for as they are typed, whole tokens become chips, wrong ones stay. */
export function useFilterBox(me: User, filter: Filter) {
  const known = knownTo(me, filter)
  const latest = useNarrow()
  const narrow = useRef(latest)
  narrow.current = latest
  const input = useRef<HTMLInputElement>(null)
  const typed = useSignal(wordsText(filter.q, known))
  const caret = useSignal(0)
  const isOpen = useSignal(false)
  const active = useSignal(-1)
  /** The chip that has become text again; it counts until something else is said instead. */
  const edited = useSignal<Said>()
  const isTyping = useSignal(false)
  const sent = useRef(filter.q)
  const reading = readFilterText(typed.value, known)
  const completion = completionAt(typed.value, caret.value, known)

  // Somebody went back, or chose another filter elsewhere.
  useEffect(() => {
    if (filter.q !== sent.current) put(wordsText(filter.q, known))
    sent.current = filter.q
  }, [filter.q])
  const owner = ownerOf(me, filter.whose)
  useEffect(() => void categories.need([owner]).catch(() => undefined), [owner])
  // What was typed before the categories were known can be read now.
  useEffect(() => take(typed.peek(), caret.peek(), !isTyping.peek()), [known.categories === undefined])
  useEffect(() => {
    if (reading.q === sent.current) return
    const timer = setTimeout(() => search(reading.q), PAUSE)
    return () => clearTimeout(timer)
  }, [reading.q])

  function search(q: string, changed: Partial<Filter> = {}) {
    const isMore = Object.keys(changed).length > 0
    if (q === sent.current && !isMore) return
    sent.current = q
    narrow.current({ ...changed, q }, !isMore)
  }
  function put(text: string, at = text.length) {
    typed.value = text
    caret.value = at
    active.value = -1
  }
  function take(text: string, at: number, isAll: boolean) {
    const settled = settle(text, at, known, isAll)
    const isDone = Object.keys(settled.changed).length > 0 || isAll
    put(settled.text, settled.caret)
    if (!isDone) return
    const before = edited.value?.without ?? {}
    edited.value = undefined
    search(readFilterText(settled.text, known).q, { ...before, ...settled.changed })
  }

  return {
    ...{ input, typed, caret, isOpen, active, edited, completion },
    wrong: wrongIn(reading, isTyping.value ? caret.value : undefined),
    type(text: string, at: number) {
      isTyping.value = true
      isOpen.value = text.trim() !== ''
      take(text, at, false)
    },
    /** Everything that can be read counts now. */
    commit() {
      isTyping.value = false
      isOpen.value = false
      take(typed.value, typed.value.length, true)
    },
    choose(option: Option) {
      const next = completed(typed.value, completion, option)
      isOpen.value = !option.whole
      isTyping.value = true
      take(next.text, next.caret, false)
      input.current?.focus()
    },
    /** Begins a token for whoever does not know how they begin. */
    begin(text: string) {
      put([typed.value.trim(), text].filter(Boolean).join(' '))
      isTyping.value = true
      isOpen.value = true
      input.current?.focus()
    },
    edit(said: Said) {
      edited.value = said
      put([said.text, typed.value.trim()].filter(Boolean).join(' '), said.text.length)
      isTyping.value = true
      input.current?.focus()
    },
    remove(said: Said) {
      edited.value = undefined
      narrow.current(said.without)
      input.current?.focus()
    },
    /** What was typed into a chip is dropped; the chip is as it was. */
    leave() {
      isOpen.value = false
      if (edited.value) put(wordsText(filter.q, known))
      edited.value = undefined
    },
  }
}

/** Whose categories can be named. */
function ownerOf(me: User, whose: Filter['whose']) {
  return whose === 'own' || whose === 'all' ? me.id : whose
}

/** What can be named in the box. Of everybody's categories not all are known here: then any name may be one. */
function knownTo(me: User, { whose }: Filter): Known {
  const own = categories.of(ownerOf(me, whose)).value?.map(({ name }) => name)
  return {
    me: me.id,
    categories: whose === 'all' ? 'any' : own,
    offered: own ?? [],
    people: [me, ...othersLedgers(me, 'see')],
    currencies: [me.currency, ...(list.shown.value?.totals ?? []).map(({ currency }) => currency)],
    today: today(),
  }
}
