import { signal } from '@preact/signals'

/** How many dialogs are open. What lies behind one cannot be reached, so toasts then appear in it. */
export const panels = signal(0)
