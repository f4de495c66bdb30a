import { signal } from '@preact/signals'

const query = matchMedia('(min-width: 48rem)')

/** Whether there is room for tables: Bootstrap's `md` and up. */
export const wide = signal(query.matches)
query.addEventListener('change', ({ matches }) => (wide.value = matches))
