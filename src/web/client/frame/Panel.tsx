import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { PageFailures } from './failures.ts'
import { panels } from './panels.ts'
import { ToastArea } from './ToastArea.tsx'

type Props = {
  title: string
  onLeave: () => void
  kind?: 'side' | 'small' | 'sheet' | 'palette'
  children: ComponentChildren
}

/** A modal dialog: beside the page, or the whole screen of a phone. Gives the focus back to what opened it. */
export function Panel({ title, onLeave, kind = 'side', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    panels.value += 1
    return () => {
      panels.value -= 1
      current?.close()
      const { activeElement } = document
      const isNowhere = activeElement === document.body || current?.contains(activeElement)
      if (isNowhere) document.querySelector<HTMLElement>('h1')?.focus()
    }
  }, [])
  function leave(event: Event) {
    event.preventDefault()
    onLeave()
  }
  return (
    <dialog
      class={`panel ${kind}`}
      ref={dialog}
      aria-labelledby="panel-title"
      onCancel={leave}
      onKeyDown={(event) => event.key === 'Escape' && leave(event)}
      onPointerDown={(event) => event.target === dialog.current && leave(event)}
    >
      <div class="panel-content">
        <header>
          <h2 id="panel-title">{title}</h2>
          <button type="button" class="btn quiet" aria-label={messages.frame.close} onClick={onLeave}>
            <Icon name="cross" />
          </button>
        </header>
        {/* What fails in here is said in here: the page behind is out of reach. */}
        <PageFailures.Provider value={undefined}>{children}</PageFailures.Provider>
      </div>
      <ToastArea shows />
    </dialog>
  )
}
