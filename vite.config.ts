import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('src/web/client'),
  plugins: [preact({ prefreshEnabled: false, devToolsEnabled: false })],
  resolve: { alias: [{ find: /^zod$/, replacement: at('src/web/client/zod.ts') }] },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    target: 'es2023',
    // The server allows scripts, styles and fonts from itself only: nothing is put in as data: or inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
