import { lazy } from 'preact-iso'
import { untilThere } from './until-there.ts'

/** A part of the page that is fetched when it is first shown, or before that by `preload`. */
export const laterPart = <T>(fetch: () => Promise<T>) => lazy<T>(() => untilThere(fetch))
