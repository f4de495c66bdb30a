import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { serviceWorker } from './src/web/client/worker/plugin.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('src/web/client'),
  plugins: [preact({ prefreshEnabled: false, devToolsEnabled: false }), serviceWorker()],
  resolve: {
    alias: [
      { find: /^zod$/, replacement: at('src/web/client/zod.ts') },
      {
        find: /^\.\.\/core\/(to-json-schema|json-schema-processors)\.js$/,
        replacement: at('src/web/client/no-json-schema.ts'),
      },
    ],
  },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    target: 'es2023',
    // The server allows scripts, styles and fonts from itself only: nothing is put in as data: or inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page that only adds an expense fetches nothing of the rest.
    rolldownOptions: { input: [at('src/web/client/index.html'), at('src/web/client/add.html')] },
    sourcemap: true,
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
