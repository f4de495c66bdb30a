import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../messages.ts'

/** Only a later page takes the focus: the first one leaves it where the browser begins. */
let arrived = false

type Props = { title: string; tools?: ComponentChildren; narrow?: boolean; children: ComponentChildren }

/** The top of every page: its title, and on the same line what it is about and can do. */
export function Page({ title, tools, narrow = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    document.title = messages.title(title)
    if (arrived) heading.current?.focus()
    arrived = true
  }, [title])
  return (
    <div class={narrow ? 'narrow' : undefined}>
      <header class="head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {tools}
      </header>
      {children}
    </div>
  )
}
