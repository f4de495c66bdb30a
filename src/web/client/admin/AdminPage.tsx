import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { messages } from '../messages.ts'
import { Health } from './Health.tsx'
import { Projections } from './Projections.tsx'

/** How the ledger is, for whoever runs it. */
export function AdminPage(_: { me: User }) {
  return (
    <Page title={messages.admin.title} narrow>
      <div class="admin">
        <Health />
        <Projections />
        <Elsewhere />
      </div>
    </Page>
  )
}

/** What the server answers by itself: the page's own ways do not lead there. */
function Elsewhere() {
  const words = messages.admin
  const places = [
    { href: '/api/docs', name: words.api, text: words.apiText },
    { href: '/metrics', name: words.metrics, text: words.metricsText },
    { href: '/readyz', name: words.readyz, text: words.readyzText },
  ]
  return (
    <section>
      <h2>{words.elsewhere}</h2>
      <ul class="elsewhere">
        {places.map(({ href, name, text }) => (
          <li key={href}>
            <a href={href} target="_blank">
              {name}
            </a>{' '}
            <small>{text}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
