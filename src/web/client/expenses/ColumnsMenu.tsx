import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { User } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { place } from '../frame/MenuButton.tsx'
import { messages } from '../messages.ts'
import { furtherColumns, type FurtherColumn } from './list-look.ts'
import { listLooks } from './list-page.ts'

/** Which further columns there are, and how high the rows. */
export function ColumnsMenu({ me }: { me: User }) {
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        type="button"
        ref={button}
        class="btn quiet"
        aria-label={messages.columns.choose}
        title={messages.columns.choose}
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="columns" />
      </button>
      {isOpen.value && <Choices me={me} opener={button.current} close={() => (isOpen.value = false)} />}
    </>
  )
}

function Choices({ me, opener, close }: { me: User; opener: HTMLElement | null; close: () => void }) {
  const menu = useRef<HTMLDivElement>(null)
  const look = listLooks.of(me.id)
  const words = messages.columns
  useLayoutEffect(() => {
    const { current } = menu
    if (!current || !opener) return
    current.showPopover()
    place(current, opener.getBoundingClientRect())
    current.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  function toggle(column: FurtherColumn, isOn: boolean) {
    const others = look.columns.filter((one) => one !== column)
    listLooks.change(me.id, { columns: isOn ? [...others, column] : others })
  }
  return (
    <div popover="auto" class="menu checks" ref={menu} onToggle={({ newState }) => newState === 'closed' && close()}>
      <fieldset>
        <legend>{words.further}</legend>
        {furtherColumns.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              class="form-check-input"
              checked={look.columns.includes(column)}
              onChange={({ currentTarget }) => toggle(column, currentTarget.checked)}
            />
            {words[column]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.rows}</legend>
        {(['comfortable', 'compact'] as const).map((rows) => (
          <label key={rows}>
            <input
              type="radio"
              name="rows"
              class="form-check-input"
              checked={look.rows === rows}
              onChange={() => listLooks.change(me.id, { rows })}
            />
            {words[rows]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
