import type { User } from '../../api.ts'
import { useAnswer } from '../frame/use-answer.ts'
import { server } from '../page.ts'
import { scopeQuery } from '../scope/scope.ts'
import type { Figures } from './use-figures.ts'

/** Whether anything was ever added, deleted since or not; asked only where nothing is shown. `undefined` until it is known. */
export function useEverAdded(me: User, { scope, spent, months }: Figures): boolean | undefined {
  const { user } = scopeQuery(scope, me.id)
  const isBare = spent.answer?.totals.length === 0 && months.answer?.spent.length === 0
  const { answer } = useAnswer(JSON.stringify([user, isBare]), async (abort) => {
    if (!isBare) return undefined
    const { items } = await server.expenses({ ...(user && { user }), deleted: 'all', limit: '1' }, abort)
    return items.length > 0
  })
  return isBare ? answer : true
}
