import { useLocation } from 'preact-iso'
import { changes } from '../page.ts'
import { shifted } from '../scope/period.ts'
import { useLinks, useRescope, useScope } from '../scope/use-scope.ts'
import type { PageAction } from './keys.ts'
import { layer } from './layers.ts'

/** Pages whose figures are of a period. */
const ofPeriods = ['/', '/expenses', '/reports', '/categories']

/** Does what a key or the palette asks for. */
export function useActions(onAdd: () => void): (action: PageAction) => void {
  const { path, route } = useLocation()
  const { period } = useScope()
  const address = useLinks()
  const rescope = useRescope()
  function shift(steps: number) {
    if (ofPeriods.includes(path)) rescope({ period: shifted(period, steps) })
  }
  return (action) => {
    switch (action) {
      case 'palette':
      case 'shortcuts':
        return void (layer.value = action)
      case 'search':
        return search()
      case 'add':
        return onAdd()
      case 'undo':
        return void changes.undo()
      case 'goOverview':
        return route(address('/'))
      case 'goExpenses':
        return route(address('/expenses'))
      case 'goReports':
        return route(address('/reports'))
      case 'goActivity':
        return route('/activity')
      case 'previousPeriod':
        return shift(-1)
      case 'nextPeriod':
        return shift(1)
    }
  }
}

/** Where the page has nothing to search in, everything is searched. */
function search() {
  const box = document.querySelector<HTMLElement>('[data-search], [type=search]')
  if (box) box.focus()
  else layer.value = 'palette'
}
