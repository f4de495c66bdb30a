import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ROOT } from './place.ts'
import { attempt } from './shell.ts'
import { expect, seen, step } from './told.ts'

/** npm-groovy-lint brings its own Groovy, some 20 MB: it is fetched for this run and no dependency. Its notes on indentation are for Groovy at large. */
const LINT = [
  '--yes',
  'npm-groovy-lint@16.2.0',
  '--config',
  'recommended-jenkinsfile',
  '--noserver',
  '--failon',
  'warning',
]

export async function lint(): Promise<void> {
  await step('npm-groovy-lint has neither an error nor a warning for the Jenkinsfile', async () => {
    const alone = join(folder, 'lint')
    mkdirSync(alone)
    copyFileSync(join(ROOT, 'Jenkinsfile'), join(alone, 'Jenkinsfile'))
    const { code, said, complained } = await attempt('npx', [...LINT, '--path', '.', '--files', '**/Jenkinsfile'], {
      cwd: alone,
    })
    if (code !== 0) seen(`${said}${complained}`)
    expect(code === 0, 'that it finds none')
  })
}
