import { format, resolveConfig } from 'prettier'
import type { ZodType } from 'zod'
import { SECRETS, Settings } from '../../src/config.ts'

/** A value that no setting takes which wants a form of its own: what is said against it tells that form. */
const NONSENSE = '\u0000'

/** docs/configuration.md, from the schema that reads the environment. */
export async function configurationPage(): Promise<string> {
  const rows = Object.entries(Settings.shape).map(([name, schema]) => {
    const usual = schema.parse(undefined)
    const unless = usual === undefined ? '' : `\`${String(usual)}\``
    return `| \`${name}\` | ${expected(schema)} | ${unless} | ${schema.description} |`
  })
  const files = SECRETS.map((name) => `\`${name}_FILE\``).join(', ')
  const text = `# Configuration

<!-- Made from src/config.ts by "npm run configuration". -->

All settings are environment variables, read once when the ledger starts; whatever is wrong with them is said at once and in one line. One that is
empty is not set.

| setting | expected | unless set | what it is |
| --- | --- | --- | --- |
${rows.join('\n')}

${files} name files that hold the secret instead, with or without a line end; a secret that is given in both ways is refused.
`
  return format(text, { ...(await resolveConfig('docs/configuration.md')), parser: 'markdown' })
}

function expected(schema: ZodType): string {
  const { error } = schema.safeParse(NONSENSE)
  return error?.issues[0]?.message.replace(/^expected /, '') ?? 'any text'
}
