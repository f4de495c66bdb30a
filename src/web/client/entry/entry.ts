import { computed, signal } from '@preact/signals'
import type { Category, Expense } from '../../api.ts'
import type { UserId } from '../../../events/ids.ts'
import type { Categories } from '../categories/categories.ts'
import type { ExpenseChanges } from '../expenses/expense-changes.ts'
import { openSubmission, type FieldError } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'
import { readAmount } from './amount-text.ts'
import { blankDraft, draftOf, isTouched, meant, offered, rebased, typedValues, type Draft } from './draft.ts'
import { recentFirst } from './meant-category.ts'
import { changedFields, merged, valuesOf, type Field } from './merge.ts'

/** Somebody else changed the expense first: to what, and where that meets what was typed here. */
export type Conflict = { newest: Expense; theirs: Field[]; both: Field[] }

type Parts = {
  server: Pick<Server, 'expense' | 'expenses'>
  categories: Pick<Categories, 'of' | 'need'>
  changes: Pick<ExpenseChanges, 'add' | 'change'>
}

export type Entry = ReturnType<typeof openEntry>

/** The form for a new expense and for changing one: what is typed, what it is read as, and its saving. */
export function openEntry({ server, categories, changes }: Parts) {
  const draft = signal<Draft>()
  const conflict = signal<Conflict>()
  /** The question whether to drop what was typed. */
  const asking = signal(false)
  const used = signal(new Map<UserId, string[]>())
  const submission = openSubmission()

  const known = computed((): Category[] => {
    const user = draft.value?.userId
    if (user === undefined) return []
    return recentFirst(categories.of(user).value ?? [], used.value.get(user) ?? [])
  })

  function begin(next: Draft) {
    draft.value = next
    conflict.value = undefined
    asking.value = false
    submission.clear()
    void prepare(next.userId).catch(() => undefined)
  }

  /** Fetches what the form offers; without it categories can still be typed. */
  async function prepare(user: UserId) {
    await categories.need([user])
    const lately = await server.expenses({ user, sort: '-recorded', limit: '50' })
    const ids = lately.items.map(({ categoryId }) => categoryId)
    used.value = new Map(used.value).set(user, [...new Set(ids)])
  }

  function update(changed: Partial<Draft>) {
    if (draft.value) draft.value = { ...draft.value, ...changed }
    asking.value = false
  }

  function close() {
    draft.value = undefined
    asking.value = false
  }

  /** Resolves to the saved expense, or `undefined` if it could not be saved; the form then says why and keeps all. */
  async function send(now: Draft): Promise<Expense | undefined> {
    const problems = problemsOf(now, known.value)
    if (problems.length > 0) return void submission.fail(problems)
    return submission.run(() => (now.seen ? change(now, now.seen) : changes.add(bodyOf(now, known.value))))
  }

  async function change(now: Draft, seen: Expense): Promise<Expense> {
    const values = typedValues(now, known.value)
    const body = Object.fromEntries(changedFields(valuesOf(seen), values).map((field) => [field, values[field]]))
    try {
      return await changes.change(seen, body)
    } catch (error) {
      if (error instanceof Refused && [409, 412].includes(error.problem.status)) await showNewest(now, seen)
      throw error
    }
  }

  async function showNewest(now: Draft, seen: Expense) {
    const newest = await server.expense(seen.id)
    if (newest.version === seen.version) return
    const { values, theirs, both } = merged(valuesOf(seen), typedValues(now, known.value), valuesOf(newest))
    draft.value = rebased(now, values, newest)
    conflict.value = { newest, theirs, both }
  }

  /** Makes it an expense of `user`, whose categories are others. */
  function giveTo(user: UserId) {
    update({ userId: user, picked: '' })
    void prepare(user).catch(() => undefined)
  }

  /** Closes the form, or first asks if something would be lost. */
  function leave() {
    if (draft.value && isTouched(draft.value, known.value) && !asking.value) asking.value = true
    else close()
  }

  async function save() {
    const now = draft.value
    if (now && (await send(now))) close()
  }

  async function saveAndAnother() {
    const now = draft.value
    if (now && (await send(now))) begin(blankDraft(kept(now)))
  }

  return {
    draft,
    conflict,
    asking,
    submission,
    choices: computed(() => (draft.value ? offered(draft.value, known.value) : [])),
    meant: computed(() => (draft.value ? meant(draft.value, known.value) : undefined)),
    reading: computed(() => (draft.value ? readAmount(draft.value.amount, draft.value.currency) : undefined)),
    add: (of: Parameters<typeof blankDraft>[0]) => begin(blankDraft(of)),
    edit: (expense: Expense) => begin(draftOf(expense)),
    update,
    giveTo,
    save,
    saveAndAnother,
    leave,
    close,
  }
}

/** What the next expense begins with. */
function kept({ userId, date, currency, asksWhose = false }: Draft) {
  return { userId, date, currency, asksWhose }
}

function problemsOf(draft: Draft, known: readonly Category[]): FieldError[] {
  const problems: FieldError[] = []
  const reading = readAmount(draft.amount, draft.currency)
  if ('problem' in reading) {
    problems.push({ path: 'amount', message: messages.entry.amountProblem(reading.problem, draft.currency) })
  }
  if (!meant(draft, known)) problems.push({ path: 'category', message: messages.entry.noCategory })
  if (draft.description.trim() === '') problems.push({ path: 'description', message: messages.entry.noDescription })
  if (draft.date === '') problems.push({ path: 'date', message: messages.entry.noDate })
  return problems
}

function bodyOf(draft: Draft, known: readonly Category[]) {
  const choice = meant(draft, known)
  const category = choice?.category ? { categoryId: choice.category.id } : { category: choice?.name ?? '' }
  const { amount, description, date, currency } = typedValues(draft, known)
  return { id: draft.id, userId: draft.userId, ...category, description, date, amount, currency }
}
