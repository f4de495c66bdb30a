import type { ComponentChildren } from 'preact'
import { messages } from '../messages.ts'
import { tabs, type Tab } from './use-open-expense.ts'

type Props = { tab: Tab; show: (tab: Tab) => void; children: ComponentChildren }

/** Details and history, one at a time; the arrows go from one to the other. */
export function Tabs({ tab, show, children }: Props) {
  function walk(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const next = tabs.find((other) => other !== tab) ?? tab
    show(next)
    event.currentTarget.querySelector<HTMLElement>(`#expense-${next}`)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={messages.expense.tabs} onKeyDown={walk}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`expense-${name}`}
            aria-selected={name === tab}
            aria-controls="expense-tab"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => show(name)}
          >
            {messages.expense[name]}
          </button>
        ))}
      </div>
      <div id="expense-tab" role="tabpanel" aria-labelledby={`expense-${tab}`}>
        {children}
      </div>
    </>
  )
}
