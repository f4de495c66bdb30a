/**
 * What the page gets in place of zod's way to JSON Schema (vite.config.ts), 6 KB that it would load and never use: the server
 * describes the API.
 */
export const toJSONSchema = () => undefined
export const createToJSONSchemaMethod = () => undefined
export const createStandardJSONSchemaMethod = () => undefined
