import { config } from 'zod/v4'

/**
 * What the page gets in place of zod (vite.config.ts), so that this comes before any schema is made: zod would try whether it
 * may compile code, and the page's security policy reports the try.
 */
config({ jitless: true })

export * from 'zod/v4'
