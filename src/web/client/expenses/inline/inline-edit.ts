import { computed, effect, signal } from '@preact/signals'
import type { Category, Expense } from '../../../api.ts'
import type { Categories } from '../../categories/categories.ts'
import { meeting, type Conflict } from '../../entry/conflict.ts'
import { draftOf, isTouched, meant, offered, typedValues, type Draft } from '../../entry/draft.ts'
import type { Drafts } from '../../entry/drafts.ts'
import { recentFirst } from '../../entry/meant-category.ts'
import { changedFields, valuesOf, type Field } from '../../entry/merge.ts'
import { problemsOf } from '../../entry/sent.ts'
import { openSubmission } from '../../form/submission.ts'
import { Refused } from '../../refused.ts'
import type { Server } from '../../server.ts'
import type { ExpenseChanges } from '../expense-changes.ts'

type Parts = {
  server: Pick<Server, 'expense'>
  categories: Pick<Categories, 'of' | 'need'>
  changes: Pick<ExpenseChanges, 'change'>
  drafts: Pick<Drafts, 'left' | 'keep' | 'drop'>
}
export type InlineField = Exclude<Field, 'currency'>

export type InlineEdit = ReturnType<typeof openInlineEdit>

/** One expense being changed in its row: what is typed, as what it is read, and its saving. */
export function openInlineEdit({ server, categories, changes, drafts }: Parts) {
  const draft = signal<Draft>()
  const conflict = signal<Conflict>()
  /** The field that takes the focus first. */
  const first = signal<InlineField>('description')
  const submission = openSubmission()

  const known = computed((): Category[] =>
    draft.value ? recentFirst(categories.of(draft.value.userId).value ?? [], []) : [],
  )
  const touched = computed(() => draft.value !== undefined && isTouched(draft.value, known.value))
  // A reload takes the row away; what was typed is then offered as what was left behind in a form is.
  let kept: Draft['id'] | undefined
  effect(() => {
    const now = draft.value
    if (now && touched.value) drafts.keep(now)
    else if (kept !== undefined) drafts.drop(kept)
    kept = touched.value ? now?.id : undefined
  })

  /** Begins with `expense`; what was typed about another one is saved before, and if it cannot be, stays. */
  async function begin(expense: Expense, field: InlineField) {
    if (draft.value?.id === expense.id) return
    if (draft.value && !(await save())) return
    draft.value = draftOf(expense)
    conflict.value = undefined
    first.value = field
    submission.clear()
    void categories.need([expense.userId]).catch(() => undefined)
  }

  /** Resolves to whether it is saved; nothing is sent where nothing changed. */
  async function save(): Promise<boolean> {
    const now = draft.value
    if (!now?.seen || submission.sending.value) return false
    const problems = problemsOf(now, known.value)
    if (problems.length > 0) submission.fail(problems)
    else if ((await send(now, now.seen)) !== undefined) leave()
    return draft.value === undefined
  }

  async function send(now: Draft, seen: Expense): Promise<Expense | undefined> {
    const values = typedValues(now, known.value)
    const body = Object.fromEntries(changedFields(valuesOf(seen), values).map((field) => [field, values[field]]))
    if (Object.keys(body).length === 0 && !seen.deleted) return seen
    let newest: Expense | undefined
    const saved = await submission.run(async () => {
      try {
        return await changes.change(seen, body)
      } catch (error) {
        if (error instanceof Refused && [409, 412].includes(error.problem.status))
          newest = await server.expense(seen.id)
        throw error
      }
    })
    if (newest && newest.version !== seen.version) meet(now, seen, newest)
    return saved
  }

  function meet(now: Draft, seen: Expense, newest: Expense) {
    const met = meeting(now, seen, newest, known.value)
    draft.value = met.draft
    conflict.value = met.conflict
    if (met.conflict) submission.clear()
  }

  function leave() {
    draft.value = undefined
    conflict.value = undefined
  }

  return {
    draft,
    conflict,
    first,
    submission,
    choices: computed(() => (draft.value ? offered(draft.value, known.value) : [])),
    meant: computed(() => (draft.value ? meant(draft.value, known.value) : undefined)),
    isTouched: () => touched.value,
    begin,
    update(changed: Partial<Draft>) {
      if (draft.value) draft.value = { ...draft.value, ...changed }
    },
    save,
    leave,
  }
}
