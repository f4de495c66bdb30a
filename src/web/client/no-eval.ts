import * as z from 'zod'

// Before any schema is made: zod would try whether it may compile code, and the page's security policy reports the try.
z.config({ jitless: true })
