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
  /** An answer is not as agreed: a mistake of ours that must fail a test, not a user. */
  misfit: (path: string, error: unknown) => void
}

/**
 * Holds every answer against what was agreed. Nothing waits for that: an answer counts at once, and what comes before the
 * schemas do is held against them then.
 */
export function openAgreement({ load, later, misfit }: Parts) {
  let schemas: Schemas | undefined
  let waiting: Heard[] | undefined

  function check({ path, name, body }: Heard, { [name]: schema }: Schemas) {
    const { error } = schema.safeParse(body)
    if (error) misfit(path, error)
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
