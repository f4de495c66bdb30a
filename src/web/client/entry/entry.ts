import { computed, effect, signal, untracked } from '@preact/signals'
import type { Expense } from '../../api.ts'
import type { ExpenseId, UserId } from '../../../events/ids.ts'
import type { Categories } from '../categories/categories.ts'
import type { ExpenseChanges } from '../expenses/expense-changes.ts'
import { openSubmission } from '../form/submission.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'
import { readAmount } from './amount-text.ts'
import { meeting, settingOf, type Conflict } from './conflict.ts'
import { blankDraft, draftOf, isTouched, meant, offered, typedValues, type Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'
import { changedFields, valuesOf, type Field } from './merge.ts'
import { openOfferedCategories } from './offered-categories.ts'
import { bodyOf, problemsOf } from './sent.ts'

type Parts = {
  server: Pick<Server, 'expense' | 'expenses'>
  categories: Pick<Categories, 'of' | 'need'>
  changes: Pick<ExpenseChanges, 'add' | 'change'>
  drafts: Pick<Drafts, 'left' | 'keep' | 'drop'>
}

export type Entry = ReturnType<typeof openEntry>

/** The form for a new expense and for changing one: what is typed, what it is read as, and its saving. */
export function openEntry({ server, categories, changes, drafts }: Parts) {
  const draft = signal<Draft>()
  const conflict = signal<Conflict>()
  /** The question whether to drop what was typed. */
  const asking = signal(false)
  const submission = openSubmission()
  let afterwards = () => {}

  const offer = openOfferedCategories({ server, categories, user: () => draft.value?.userId })
  const { known } = offer
  const touched = computed(() => draft.value !== undefined && isTouched(draft.value, known.value))
  let storedId: ExpenseId | undefined
  effect(() => {
    const now = draft.value
    if (!now) return
    if (touched.value) drafts.keep(now)
    else if (storedId === now.id) drafts.drop(now.id)
    storedId = touched.value ? now.id : undefined
  })

  function begin(next: Draft, whenClosed = () => {}) {
    draft.value = next
    conflict.value = undefined
    asking.value = false
    afterwards = whenClosed
    submission.clear()
    void offer.fetch(next.userId).catch(() => undefined)
  }

  function update(changed: Partial<Draft>) {
    if (draft.value) draft.value = { ...draft.value, ...changed }
    asking.value = false
  }

  /** Ends it: what was typed is saved, or dropped. */
  function close() {
    if (!draft.value) return
    const { id } = draft.value
    draft.value = undefined
    asking.value = false
    drafts.drop(id)
    afterwards()
  }

  function putAside() {
    if (touched.value) drafts.left.value = draft.value
    draft.value = undefined
    asking.value = false
  }

  /** Changes `expense`, with what was typed about it earlier. `whenClosed` is called once it is saved or dropped. */
  function edit(expense: Expense, whenClosed?: () => void) {
    const earlier = untracked(() => drafts.left.value)
    const isAboutIt = earlier?.seen?.id === expense.id
    putAside()
    begin(isAboutIt ? earlier : draftOf(expense), whenClosed)
    if (isAboutIt) meet(expense)
  }

  /** The expense in the form is now `newest`: what was not typed here follows, and what was stays, with the choice. */
  function meet(newest: Expense) {
    const now = draft.value
    if (!now?.seen || now.seen.version >= newest.version || submission.sending.value) return
    const met = meeting(now, now.seen, newest, known.value)
    const wasTouched = touched.value
    draft.value = met.draft
    if (wasTouched) conflict.value = met.conflict
  }

  /** Resolves to the saved expense, or `undefined` if it could not be saved; the form then says why and keeps all. */
  async function send(now: Draft): Promise<Expense | undefined> {
    const problems = problemsOf(now, known.value)
    if (problems.length > 0) return void submission.fail(problems)
    const { seen } = now
    if (!seen) return submission.run(() => changes.add(bodyOf(now, known.value)))
    let newest = seen
    const saved = await submission.run(async () => {
      try {
        return await change(now, seen)
      } catch (error) {
        if (!(error instanceof Refused && [409, 412].includes(error.problem.status))) throw error
        newest = await server.expense(seen.id)
        const met = meeting(now, seen, newest, known.value)
        // What is the same again, or was restored, is no reason to ask.
        if (met.conflict || newest.version === seen.version) throw error
        return change(met.draft, newest)
      }
    })
    if (!saved && newest.version > seen.version) meet(newest)
    // Then the conflict says it better.
    if (!saved && conflict.value?.newest === newest) submission.clear()
    return saved
  }

  function change(now: Draft, seen: Expense): Promise<Expense> {
    const values = typedValues(now, known.value)
    const body = Object.fromEntries(changedFields(valuesOf(seen), values).map((field) => [field, values[field]]))
    return changes.change(seen, body)
  }

  async function save() {
    const now = draft.value
    if (now && (await send(now))) close()
  }

  async function saveAndAnother() {
    const now = draft.value
    if (!now || !(await send(now))) return
    drafts.drop(now.id)
    begin(blankDraft(kept(now)), afterwards)
  }

  return {
    draft,
    conflict,
    asking,
    submission,
    touched,
    choices: computed(() => (draft.value ? offered(draft.value, known.value) : [])),
    meant: computed(() => (draft.value ? meant(draft.value, known.value) : undefined)),
    reading: computed(() => (draft.value ? readAmount(draft.value.amount, draft.value.currency) : undefined)),
    /** What an earlier form left behind, while none is open. */
    left: computed(() => (draft.value ? undefined : drafts.left.value)),
    add: (of: Parameters<typeof blankDraft>[0], whenClosed?: () => void) => begin(blankDraft(of), whenClosed),
    edit,
    meet,
    update,
    /** Settles a conflict in `field`. */
    choose: (field: Field, value: string) => update(settingOf(field, value)),
    /** Makes it an expense of `user`, whose categories are others. */
    giveTo(user: UserId) {
      update({ userId: user, picked: '' })
      void offer.fetch(user).catch(() => undefined)
    },
    save,
    saveAndAnother,
    /** Closes the form, or first asks if something would be lost. */
    leave() {
      if (touched.value && !asking.value) asking.value = true
      else close()
    },
    /** Goes away without asking; what was typed is offered again. */
    putAside,
    /** Takes up the new expense that was left behind. */
    goOn(whenClosed?: () => void) {
      if (drafts.left.value) begin(drafts.left.value, whenClosed)
    },
    dropLeft() {
      if (drafts.left.value) drafts.drop(drafts.left.value.id)
    },
    close,
  }
}

/** What the next expense begins with. */
function kept({ userId, date, currency, asksWhose = false }: Draft) {
  return { userId, date, currency, asksWhose }
}
