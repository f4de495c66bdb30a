import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './Icon.tsx'

export type MenuItem = { label: string; icon?: IconName; run: () => void }
type Props = { label?: string; class: string; tabIndex?: number; items: MenuItem[]; children: ComponentChildren }

/** A button that opens a few further ones. They are made when they are asked for: a list has many of these. */
export function MenuButton({ label, class: style, tabIndex, items, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        type="button"
        ref={button}
        class={style}
        tabIndex={tabIndex}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(!isOpen)
        }}
      >
        {children}
      </button>
      {isOpen && <Menu items={items} opener={button.current} close={() => setOpen(false)} />}
    </>
  )
}

function Menu({ items, opener, close }: { items: MenuItem[]; opener: HTMLElement | null; close: () => void }) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = menu
    if (!current || !opener) return
    const follow = () => place(current, opener.getBoundingClientRect())
    current.showPopover()
    follow()
    current.querySelector('button')?.focus({ preventScroll: true })
    addEventListener('scroll', follow, { capture: true, passive: true })
    return () => removeEventListener('scroll', follow, { capture: true })
  }, [])
  return (
    <div
      popover="auto"
      class="menu"
      ref={menu}
      onToggle={({ newState }) => newState === 'closed' && close()}
      onKeyDown={walk}
      onClick={(event) => event.stopPropagation()}
    >
      {items.map(({ label, icon, run }, index) => (
        <button
          type="button"
          key={index}
          onClick={() => {
            menu.current?.hidePopover()
            run()
          }}
        >
          {icon && <Icon name={icon} />}
          {label}
        </button>
      ))}
    </div>
  )
}

/** Puts `menu` beside what opened it, within the window. */
export function place(menu: HTMLElement, { right, left, top, bottom }: DOMRect) {
  const { offsetWidth, offsetHeight } = menu
  const x = left + offsetWidth + 8 > innerWidth ? right - offsetWidth : left
  const y = bottom + offsetHeight + 8 > innerHeight ? top - offsetHeight - 4 : bottom + 4
  menu.style.setProperty('left', `${Math.max(8, x)}px`)
  menu.style.setProperty('top', `${Math.max(8, y)}px`)
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
