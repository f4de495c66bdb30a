import { useSignal } from '@preact/signals'
import type { User } from '../../../api.ts'
import { messages } from '../../messages.ts'
import { Panel } from '../Panel.tsx'
import type { PageAction } from '../keys.ts'
import { find } from './find.ts'
import { itemsOf } from './items.ts'
import { Options } from './Options.tsx'
import { useWorld } from './use-world.ts'

type Props = { me: User; act: (action: PageAction) => void; onLeave: () => void }
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Finds pages, actions, categories, ledgers and searches by what one types: a combobox whose list is always open. */
export function Palette({ me, act, onLeave }: Props) {
  const text = useSignal('')
  const at = useSignal(0)
  const found = find(itemsOf(useWorld(me, act, text.value)), text.value)
  const chosen = found[at.value]
  const words = messages.palette

  function run(index: number) {
    onLeave()
    found[index]?.run()
  }
  function type(typed: string) {
    text.value = typed
    at.value = 0
  }
  function press(event: KeyboardEvent) {
    const step = STEPS[event.key]
    if (step !== undefined) at.value = (at.value + step + found.length) % found.length
    else if (event.key === 'Enter') run(at.value)
    else return
    event.preventDefault()
  }
  return (
    <Panel title={messages.keys.palette} kind="palette" onLeave={onLeave}>
      <input
        class="palette-text"
        type="text"
        role="combobox"
        aria-label={messages.keys.palette}
        aria-expanded={found.length > 0}
        aria-controls="palette-options"
        aria-autocomplete="list"
        aria-activedescendant={chosen && `option-${chosen.id}`}
        placeholder={words.hint}
        dir="auto"
        autoFocus
        autoComplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={press}
      />
      <Options items={found} chosen={at.value} onRun={run} />
      <p class="visually-hidden" role="status">
        {words.found(found.length)}
      </p>
    </Panel>
  )
}
