import { useSignal } from '@preact/signals'
import type { User } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import { typedIn } from '../form/typed.ts'
import { Icon } from '../frame/Icon.tsx'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { preferences, toasts } from '../page.ts'
import { isNarrowed, type Filter } from './filter.ts'
import { savedAs, withoutSaved, withRenamed, withSaved, type SavedFilter } from './saved-filters.ts'

const MOST = 50
type Submit = SubmitEvent & { currentTarget: HTMLFormElement }

/** Keeps the present filter under a name; renames and deletes those that were kept. */
export function SavedFiltersPanel({ me, filter, onLeave }: { me: User; filter: Filter; onLeave: () => void }) {
  const problem = useSignal('')
  const words = messages.filter
  const kept = preferences.now.value.savedFilters

  async function keep(savedFilters: SavedFilter[], done: string) {
    problem.value = ''
    try {
      await preferences.save({ savedFilters })
      toasts.say(done)
    } catch (error) {
      problem.value = errorsOf(error)[0]?.message ?? ''
    }
  }
  /** What was typed for a name; `undefined`, with the reason told, if it is none. */
  function nameIn(event: Submit): string | undefined {
    event.preventDefault()
    const name = typedIn(event.currentTarget, 'name').trim()
    problem.value = name ? '' : words.nameless
    return name || undefined
  }
  async function keepPresent(event: Submit) {
    const name = nameIn(event)
    if (name === undefined) return
    const all = withSaved(kept, savedAs(name, filter, me.id))
    if (all.length > MOST) return void (problem.value = words.tooMany)
    await keep(all, words.kept(name))
    if (!problem.value) onLeave()
  }
  async function rename(event: Submit, before: string) {
    const name = nameIn(event)
    if (name === undefined || name === before) return
    const all = withRenamed(kept, before, name)
    if (all) await keep(all, words.renamed(name))
    else problem.value = words.taken(name)
  }
  return (
    <Panel title={words.saved} kind="small" onLeave={onLeave}>
      <p class="field-error" role="alert" hidden={!problem.value}>
        {problem.value}
      </p>
      {isNarrowed(filter) && (
        <form class="kept-form" onSubmit={(event) => void keepPresent(event)} noValidate>
          <label for="keep-name">{words.keepPresent}</label>
          <div class="kept-line">
            <input
              class="form-control"
              id="keep-name"
              name="name"
              maxLength={100}
              dir="auto"
              placeholder={words.keepName}
            />
            <button class="btn btn-ink">{messages.form.save}</button>
          </div>
          <p class="hint">{words.keepText}</p>
        </form>
      )}
      {kept.length === 0 && !isNarrowed(filter) && <p class="muted">{words.keptNone}</p>}
      <ul class="kept" aria-label={words.keptOnes}>
        {kept.map(({ name }) => (
          <li key={name}>
            <form class="kept-line" onSubmit={(event) => void rename(event, name)} noValidate>
              <input
                class="form-control"
                name="name"
                aria-label={words.nameOf(name)}
                maxLength={100}
                dir="auto"
                defaultValue={name}
              />
              <button class="btn btn-hairline" aria-label={words.renameNamed(name)}>
                {words.rename}
              </button>
              <button
                type="button"
                class="btn quiet"
                aria-label={words.dropNamed(name)}
                onClick={() => void keep(withoutSaved(kept, name), words.dropped(name))}
              >
                <Icon name="trash" />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
