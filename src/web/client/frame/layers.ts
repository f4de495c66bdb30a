import { signal } from '@preact/signals'

/** What lies over every page, if anything: one at a time. */
export const layer = signal<'palette' | 'shortcuts' | 'more'>()
