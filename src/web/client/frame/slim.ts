import { computed, signal } from '@preact/signals'
import { keptSwitch } from './kept-switch.ts'

const query = matchMedia('(min-width: 62rem)')

/** Whether there is room for words beside the rail's pictures: Bootstrap's `lg` and up. */
export const roomy = signal(query.matches)
query.addEventListener('change', ({ matches }) => (roomy.value = matches))

export const collapsed = keptSwitch('rail collapsed')

/** Whether the rail shows its pictures only. */
export const slim = computed(() => collapsed.value || !roomy.value)
