import { effect } from '@preact/signals'
import { keptSwitch } from './kept-switch.ts'

/** Whether figures are blurred, so that who looks over one's shoulder reads none. */
export const isPrivate = keptSwitch('private')

effect(() => {
  if (isPrivate.value) document.documentElement.dataset.private = ''
  else delete document.documentElement.dataset.private
})
