import type { User } from '../../api.ts'
import { Page } from '../frame/Page.tsx'
import { pageMessages } from '../page-messages.ts'
import { Health } from './Health.tsx'
import { Projections } from './Projections.tsx'

/** How the ledger is, for whoever runs it. */
export function AdminPage(_: { me: User }) {
  return (
    <Page title={pageMessages.admin.title} narrow>
      <div class="admin">
        <Health />
        <Projections />
        <Access />
        <Elsewhere />
      </div>
    </Page>
  )
}

function Access() {
  const words = pageMessages.access
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="muted">{words.text}</p>
      <a class="btn btn-hairline" href="/admin/access">
        {words.open}
      </a>
    </section>
  )
}

/** What the server answers by itself: the page's own ways do not lead there. */
function Elsewhere() {
  const words = pageMessages.admin
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
