import type { Category } from '../../api.ts'
import { errorsOf } from '../form/submission.ts'
import type { Toasts } from '../frame/toasts.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import type { Server } from '../server.ts'

type Parts = {
  server: Pick<Server, 'addCategory' | 'changeCategory' | 'archiveCategory'>
  toasts: Pick<Toasts, 'say'>
}
type Look = Pick<Category, 'name' | 'colour'>

/** Changes of categories. Each is followed by a toast that can take it back. */
export function openCategoryChanges({ server, toasts }: Parts) {
  const words = pageMessages.categories

  /** For what has no form to show an error in. */
  async function attempt(work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      toasts.say(errorsOf(error)[0]?.message ?? '')
    }
  }
  function done(text: string, undo: () => Promise<unknown>) {
    toasts.say(text, { label: messages.toasts.undo, run: () => void attempt(undo) })
  }

  async function add(userId: Category['userId'], { name, colour }: Look) {
    const added = await server.addCategory({ userId, name, colour })
    done(words.added(added.name), () => archive(added))
  }
  async function change(before: Category, { name, colour }: Look) {
    const after = await server.changeCategory(before, { name, colour })
    if (after.version > before.version) done(words.changed(after.name), () => change(after, before))
  }
  async function archive(category: Category) {
    await server.archiveCategory(category)
    done(words.archived(category.name), () => bringBack(category))
  }
  /** Adding one of its name is what brings it back. */
  async function bringBack({ userId, name, colour }: Category) {
    const back = await server.addCategory({ userId, name, colour })
    done(words.broughtBack(back.name), () => archive(back))
  }

  return {
    add,
    change,
    archive: (category: Category) => attempt(() => archive(category)),
    bringBack: (category: Category) => attempt(() => bringBack(category)),
  }
}
