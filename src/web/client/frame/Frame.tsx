import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { shortcutOf } from './keys.ts'
import { panels } from './panels.ts'
import { Rail } from './Rail.tsx'
import { TabBar } from './TabBar.tsx'
import { ToastArea } from './ToastArea.tsx'

type Props = { me: User; onAdd: () => void; children: ComponentChildren }

/** What is around every page for somebody who is signed in. */
export function Frame({ me, onAdd, children }: Props) {
  useLayoutEffect(() => {
    function press(event: KeyboardEvent) {
      const shortcut = panels.value === 0 ? shortcutOf(event) : undefined
      if (!shortcut) return
      event.preventDefault()
      if (shortcut === 'add') onAdd()
      else document.querySelector<HTMLElement>('[type=search]')?.focus()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [onAdd])
  return (
    <div class="app">
      <a class="skip" href="#main" onClick={skip}>
        {messages.frame.skip}
      </a>
      <Rail me={me} />
      <main id="main" tabIndex={-1}>
        <ConnectionBanner />
        {children}
      </main>
      <TabBar me={me} onAdd={onAdd} />
      <ToastArea shows={panels.value === 0} />
    </div>
  )
}

function skip(event: Event) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
