import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { GROOVY_LINT } from './groovy-lint.ts'
import { folder, ROOT } from './place.ts'
import { attempt } from './shell.ts'
import { expect, seen, step } from './told.ts'

export async function lint(): Promise<void> {
  await step('npm-groovy-lint has neither an error nor a warning for the Jenkinsfile', async () => {
    const alone = join(folder, 'lint')
    mkdirSync(alone)
    copyFileSync(join(ROOT, 'Jenkinsfile'), join(alone, 'Jenkinsfile'))
    const { code, said, complained } = await attempt('npx', GROOVY_LINT, { cwd: alone })
    if (code !== 0) seen(`${said}${complained}`)
    expect(code === 0, 'that it finds none')
  })
}
