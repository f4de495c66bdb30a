import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { useRef } from 'preact/hooks'
import type { Spot } from './marks.ts'
import { rove } from './roving.ts'

type Props = {
  spots: readonly Spot[]
  /** The one that Tab comes to, and that is shown as looked at. */
  at: number
  onLook: (at: number | undefined) => void
  children: (index: number) => ComponentChildren
}

/** Links side by side in an SVG: one stop of the Tab key, arrow keys go from one to the next. */
export function Spots({ spots, at, onLook, children }: Props) {
  const { route } = useLocation()
  const group = useRef<SVGGElement>(null)
  function walk(event: KeyboardEvent) {
    const links = [...(group.current?.querySelectorAll('a') ?? [])]
    const next = rove(
      event.key,
      links.findIndex((link) => link === document.activeElement),
      links.length,
    )
    if (next === undefined) return
    event.preventDefault()
    links[next]?.focus()
  }
  return (
    <g ref={group} onKeyDown={walk} onPointerLeave={() => onLook(undefined)}>
      {spots.map(({ key, name, href }, index) => (
        <a
          key={key}
          class={index === at ? 'spot looked-at' : 'spot'}
          href={href}
          aria-label={name}
          tabindex={index === at ? 0 : -1}
          onFocus={() => onLook(index)}
          onPointerEnter={() => onLook(index)}
          onClick={(event) => {
            // The router looks after links of HTML only.
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
            event.preventDefault()
            route(href)
          }}
        >
          {children(index)}
        </a>
      ))}
    </g>
  )
}
