import type * as z from 'zod'
import type * as agreed from './schemas.ts'

type Schemas = typeof agreed
/** The name of what an answer is, as both sides have agreed on it. */
export type Agreed = { [Name in keyof Schemas]: Schemas[Name] extends z.ZodType ? Name : never }[keyof Schemas]
export type Answer<Name extends Agreed> = z.infer<Schemas[Name]>

type Heard = { path: string; name: Agreed; body: unknown }
type Parts = {
  load: () => Promise<Schemas>
  /** Puts `load` off until the page has better things behind it. */
  later: (run: () => void) => void
  /** Puts something short off until the page has nothing better to do. */
  idle: (run: () => void) => void
  /** An answer is not as agreed: a mistake of ours that must fail a test, not a user. */
  misfit: (path: string, error: unknown) => void
}

/** Items of a list that are checked at once: a few milliseconds. */
const AT_ONCE = 200

/**
 * Holds every answer against what was agreed. Nothing waits for that: an answer counts at once, and what comes before the
 * schemas do is held against them then.
 */
export function openAgreement({ load, later, idle, misfit }: Parts) {
  let schemas: Schemas | undefined
  let waiting: Heard[] | undefined

  /** Piece by piece where it is long: the page can be used in between. */
  function check(heard: Heard, known: Schemas, from = 0) {
    const { error } = known[heard.name].safeParse(pieceOf(heard.body, from))
    if (error) misfit(heard.path, error)
    else if (itemsIn(heard.body).length > from + AT_ONCE) idle(() => check(heard, known, from + AT_ONCE))
  }
  async function begin() {
    const loaded = await load().catch(() => undefined)
    const heard = waiting ?? []
    // Where they did not come, the next answer asks for them again.
    waiting = undefined
    if (!loaded) return
    schemas = loaded
    for (const one of heard) check(one, loaded)
  }
  function wait(heard: Heard) {
    if (waiting) return void waiting.push(heard)
    waiting = [heard]
    later(() => void begin())
  }

  function hold(path: string, name: Agreed, body: unknown) {
    const heard = { path, name, body }
    if (schemas) check(heard, schemas)
    else wait(heard)
  }

  return { hold }
}

function itemsIn(body: unknown): readonly unknown[] {
  const { items } = (body ?? {}) as { items?: unknown }
  return Array.isArray(items) ? items : []
}

/** `body`, or with only the items that begin at `from` if there are many. */
function pieceOf(body: unknown, from: number): unknown {
  const items = itemsIn(body)
  return items.length > AT_ONCE ? { ...(body as object), items: items.slice(from, from + AT_ONCE) } : body
}
