import { signal } from '@preact/signals'

/** Whether the page is being put on paper, and when that was last begun. */
export const printing = signal(false)
export const printedAt = signal(new Date())

addEventListener('beforeprint', () => {
  printedAt.value = new Date()
  printing.value = true
})
addEventListener('afterprint', () => (printing.value = false))
