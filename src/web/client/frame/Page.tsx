import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../messages.ts'
import { connection } from '../page.ts'
import { Alert } from './Failure.tsx'
import { PageFailures, type Failed } from './failures.ts'

/** Only a later page takes the focus: the first one leaves it where the browser begins. */
let arrived = false

type Props = { title: string; tools?: ComponentChildren; narrow?: boolean; children: ComponentChildren }

/** The top of every page: its title, and on the same line what it is about and can do; below it what could not be shown. */
export function Page({ title, tools, narrow = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const failures = useSignal<readonly Failed[]>([])
  useLayoutEffect(() => {
    document.title = messages.title(title)
    if (arrived) heading.current?.focus()
    arrived = true
  }, [title])
  return (
    <PageFailures.Provider value={failures}>
      <div class={narrow ? 'narrow' : undefined}>
        <header class="head">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {tools}
        </header>
        {/* A lost connection says so itself, and all is asked again when it is back. */}
        <Alert failed={connection.lost.value ? [] : failures.value} />
        {children}
      </div>
    </PageFailures.Provider>
  )
}
