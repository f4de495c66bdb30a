import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Config } from '../config.ts'
import { Unusable } from './unusable.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Known<O extends Options> = { options: O & { json: typeof flag }; allowPositionals: true }

export const flag = { type: 'boolean' } as const
export const text = { type: 'string' } as const

/** What was typed after a verb: its options, and the one word that is none. */
export type Given<O extends Options> = ReturnType<typeof parseArgs<Known<O>>>['values'] & {
  json: boolean
  argument: string | undefined
}

export type Verb = { what: string; read: (args: readonly string[]) => (config: Config) => Promise<number> }

type Description<O extends Options> = {
  /** What it does; how it is called, if that takes more than its name. */
  what: string
  /** Whether it takes one word. */
  argument?: boolean
  /** That it knows besides `--json`. */
  options?: O
  /** Resolves to the exit code. */
  run: (config: Config, given: Given<O>) => Promise<number>
}

/** A verb of the command line. Its `read` throws `Unusable` for what it does not know. */
export function verb<O extends Options = Record<never, never>>(description: Description<O>): Verb {
  const { what, argument = false, options, run } = description
  return {
    what,
    read(args) {
      const known = { ...options, json: flag } as Known<O>['options']
      const { values, positionals } = parsed(() => {
        return parseArgs({ args: [...args], options: known, allowPositionals: true })
      })
      const [first, ...more] = positionals
      if (more.length > 0 || (first !== undefined && !argument))
        throw new Unusable(`One word too many: ${more[0] ?? first}`)
      const given = { ...values, json: 'json' in values, argument: first } as Given<O>
      return (config) => run(config, given)
    },
  }
}

function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new Unusable((error as Error).message)
  }
}
