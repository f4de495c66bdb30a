import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { openKeyReader, pageKeys } from './keys.ts'
import { Layers } from './Layers.tsx'
import { panels } from './panels.ts'
import { Rail } from './Rail.tsx'
import { slim } from './slim.ts'
import { TabBar } from './TabBar.tsx'
import { ToastArea } from './ToastArea.tsx'
import { useActions } from './use-actions.ts'

type Props = { me: User; onAdd: () => void; children: ComponentChildren }

/** What is around every page for somebody who is signed in. */
export function Frame({ me, onAdd, children }: Props) {
  const act = useActions(onAdd)
  const read = useRef(openKeyReader(pageKeys, () => performance.now())).current
  useLayoutEffect(() => {
    function press(event: KeyboardEvent) {
      const action = panels.value === 0 ? read(event) : undefined
      if (!action) return
      event.preventDefault()
      act(action)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [act])
  return (
    <div class={slim.value ? 'app slim' : 'app'}>
      <a class="skip" href="#main" onClick={skip}>
        {messages.frame.skip}
      </a>
      <Rail me={me} act={act} />
      <main id="main" tabIndex={-1}>
        <ConnectionBanner />
        {children}
      </main>
      <TabBar me={me} onAdd={onAdd} />
      <Layers me={me} act={act} />
      <ToastArea shows={panels.value === 0} />
    </div>
  )
}

function skip(event: Event) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
