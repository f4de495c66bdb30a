import type { Signal } from '@preact/signals'
import { createContext } from 'preact'

/** Something that could not be shown: why, in words, and how to try again. */
export type Failed = { why: string; again: () => void }

/** What of a page could not be shown; where there is none, each says so itself. */
export const PageFailures = createContext<Signal<readonly Failed[]> | undefined>(undefined)

/** Why, each cause once. */
export function causesOf(failed: readonly Failed[]): string[] {
  return [...new Set(failed.map(({ why }) => why))]
}
