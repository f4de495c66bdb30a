import type { Expense } from '../../api.ts'
import { panels } from '../frame/panels.ts'
import { cursor } from './list-page.ts'

/** Frames within which a row that was far away is drawn. */
const PATIENCE = 10

/** Gives the focus to the row of `expense`, which brings it into view, as soon as the row is there. */
export function focusRow({ id }: Pick<Expense, 'id'>, patience = PATIENCE): void {
  const row = document.getElementById(`expense-${id}`)
  if (row) row.focus()
  else if (patience > 0) requestAnimationFrame(() => focusRow({ id }, patience - 1))
}

const inRows = (target: EventTarget | null) => target instanceof Element && target.closest('.expenses tbody') !== null

export const isFocusInRows = () => inRows(document.activeElement)

/** A row that goes takes the focus with it: then the row in its place gets it, unless the person went elsewhere. */
export function keepFocusInRows() {
  let wasInRows = false
  const follow = ({ target }: Event) => void (wasInRows = inRows(target))
  return {
    listen() {
      addEventListener('focusin', follow)
      addEventListener('pointerdown', follow)
      return () => {
        removeEventListener('focusin', follow)
        removeEventListener('pointerdown', follow)
      }
    },
    restore() {
      const isNowhere = document.activeElement === document.body
      const at = cursor.at.peek()
      if (wasInRows && isNowhere && panels.peek() === 0 && at) focusRow(at)
    },
  }
}
