import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { isTyped, keysOn, openKeyReader, pageKeys } from '../frame/keys.ts'
import { panels } from '../frame/panels.ts'
import { list } from '../page.ts'
import type { Filter } from './filter.ts'
import { keepFocusInRows } from './list-focus.ts'
import { listActionOf, type ListAction } from './list-keys.ts'
import { inline } from './list-page.ts'
import { useKeyActions } from './use-key-actions.ts'

/** Hears the keys of the list, wherever on the page they are pressed. */
export function ListKeys({ me, filter }: { me: User; filter: Filter }) {
  const act = useRef<(action: ListAction, press: KeyboardEvent) => boolean>(() => false)
  act.current = useKeyActions(me, filter)
  const pageAction = useRef(openKeyReader(pageKeys, () => performance.now())).current
  useLayoutEffect(() => {
    function press(event: KeyboardEvent) {
      // `g e` goes to the expenses: that e is not ours.
      const isOfPage = pageAction(event) !== undefined
      if (isOfPage || event.defaultPrevented || panels.value > 0 || isTyped(event.target)) return
      const action = listActionOf(event, keysOn.value)
      if (action && act.current(action, event)) event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  const focus = useRef(keepFocusInRows()).current
  useLayoutEffect(() => focus.listen(), [])
  useSignalEffect(() => {
    void [list.shown.value, inline.draft.value]
    requestAnimationFrame(() => focus.restore())
  })
  return null
}
