import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Category, User } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'
import { categories, format, server, toasts } from '../page.ts'
import { CategoryPanel } from './CategoryPanel.tsx'
import { CategoryRow } from './CategoryRow.tsx'

export function CategoriesPage({ me }: { me: User }) {
  const open = useSignal<{ category?: Category }>()
  const words = messages.categories
  const own = categories.of(me.id).value
  const active = own?.filter(({ archived }) => !archived) ?? []
  const archived = own?.filter(({ archived }) => archived) ?? []
  useEffect(() => void attempt(async () => undefined), [me.id])

  /** Runs `work`, then shows what is true. */
  async function attempt(work: () => Promise<string | undefined>) {
    try {
      const done = await work()
      if (done !== undefined) toasts.say(done)
      await categories.load(me.id)
    } catch (error) {
      toasts.say(errorsOf(error)[0]?.message ?? '')
    }
  }
  const archive = async (category: Category) => {
    await server.archiveCategory(category)
    return words.archived(category.name)
  }
  const bringBack = async ({ name, colour }: Category) => {
    await server.addCategory({ name, colour })
    return words.broughtBack(name)
  }
  const add = (
    <div class="head-tools">
      <button type="button" class="btn btn-ink" onClick={() => (open.value = {})}>
        <Icon name="plus" /> {words.add}
      </button>
    </div>
  )
  return (
    <Page title={words.title} tools={add} narrow>
      {own && active.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="rows">
        {active.map((category) => (
          <CategoryRow
            key={category.id}
            category={category}
            onChange={() => (open.value = { category })}
            onArchive={() => void attempt(() => archive(category))}
          />
        ))}
      </ul>
      {archived.length > 0 && (
        <details class="further">
          <summary>{words.showArchived(format.count(archived.length))}</summary>
          <ul class="rows">
            {archived.map((category) => (
              <CategoryRow
                key={category.id}
                category={category}
                onBringBack={() => void attempt(() => bringBack(category))}
              />
            ))}
          </ul>
        </details>
      )}
      {open.value && <CategoryPanel me={me} {...open.value} onClose={() => (open.value = undefined)} />}
    </Page>
  )
}
