import { useSignal } from '@preact/signals'
import type { Category, User } from '../../api.ts'
import { Answered } from '../frame/Answered.tsx'
import { Icon } from '../frame/Icon.tsx'
import { Page } from '../frame/Page.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { pageMessages } from '../page-messages.ts'
import { server } from '../page.ts'
import { othersLedger } from '../people/ledgers.ts'
import { WhoseSelect } from '../people/WhoseSelect.tsx'
import { scopeQuery } from '../scope/scope.ts'
import { ScopeTools } from '../scope/ScopeTools.tsx'
import { useMayChange } from '../scope/use-may-change.ts'
import { useScope } from '../scope/use-scope.ts'
import { CategoryPanel } from './CategoryPanel.tsx'
import { CategoryTables } from './CategoryTables.tsx'

/** One person's categories, with what was spent in each. */
export function CategoriesPage({ me }: { me: User }) {
  const scope = useScope()
  const open = useSignal<{ category?: Category }>()
  const words = pageMessages.categories
  const user = scope.whose === 'own' || scope.whose === 'all' ? me.id : scope.whose
  const owner = othersLedger(me, user) ?? me
  const query = { ...scopeQuery(scope, me.id), user }
  const answer = useAnswer(JSON.stringify(query), async (abort) => {
    const report = server.spending({ ...query, group: 'category' }, abort)
    const [categories, spending] = await Promise.all([server.categories(user, scope.asOf), report])
    return { categories, spending }
  })
  const mayChange = useMayChange()
  const tools = (
    <div class="head-tools">
      <WhoseSelect me={me} withAll={false} />
      <ScopeTools />
      <button type="button" class="btn btn-ink" disabled={!mayChange} onClick={() => (open.value = {})}>
        <Icon name="plus" /> {words.add}
      </button>
    </div>
  )
  return (
    <Page title={words.title} tools={tools}>
      <Answered of={answer}>
        {(answered) => (
          <CategoryTables
            owner={owner}
            answered={answered}
            period={scope.period}
            onChange={mayChange ? (category) => (open.value = { category }) : undefined}
          />
        )}
      </Answered>
      {open.value && (
        <CategoryPanel
          owner={user}
          known={answer.answer?.categories ?? []}
          {...open.value}
          onClose={() => (open.value = undefined)}
        />
      )}
    </Page>
  )
}
