import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const at = (path: string) => join(import.meta.dirname, path)
/** Languages have their own letters; those of a script that somebody uses are kept when they are first needed. */
const isKept = (file: string) => file.startsWith('assets/') && /\.(js|css)$|-latin-wght-/.test(file)

/** Builds the service worker: worker.js below the list of what it keeps, which differs with every build that differs. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.keys(bundle).sort()
        const pages = built.filter((file) => file.endsWith('.html')).map(pathOf)
        const files = readdirSync(at('../public')).map((file) => `/${file}`)
        const assets = built.filter(isKept).map((file) => `/${file}`)
        const code = readFileSync(at('worker.js'), 'utf8')
        const version = createHash('sha256')
          .update(JSON.stringify([pages, files, assets]))
          .update(code)
        const shell = { version: version.digest('hex').slice(0, 12), pages, files, assets }
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const shell = ${JSON.stringify(shell)}\n${code}` })
      },
    },
  }
}

/** Where the server serves a built page: `index.html` at `/`, `add.html` at `/add`. */
function pathOf(file: string): string {
  return file === 'index.html' ? '/' : `/${file.replace(/\.html$/, '')}`
}
