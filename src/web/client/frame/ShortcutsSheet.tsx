import { messages } from '../messages.ts'
import { keysOn } from './keys.ts'
import { Panel } from './Panel.tsx'
import { sheet } from './shortcuts.ts'
import { Keys } from './Keys.tsx'

/** All keys, where they work and what they do. */
export function ShortcutsSheet({ onLeave }: { onLeave: () => void }) {
  const words = messages.keys
  return (
    <Panel title={words.title} kind="small" onLeave={onLeave}>
      {!keysOn.value && <p class="note">{words.off}</p>}
      {sheet.map(({ where, lines }) => (
        <section key={where} class="shortcuts">
          <h3>{words.places[where]}</h3>
          <dl>
            {lines.map(({ keys, words: does }) => (
              <div key={does}>
                <dt>
                  <Keys of={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Panel>
  )
}
