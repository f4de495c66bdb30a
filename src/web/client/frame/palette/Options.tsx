import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../../messages.ts'
import { Icon } from '../Icon.tsx'
import { Keys } from '../Keys.tsx'
import type { Item } from './find.ts'

type Props = { items: readonly Item[]; chosen: number; onRun: (index: number) => void }

/** What was found, under the names of their groups. The chosen one is always in sight. */
export function Options({ items, chosen, onRun }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, items[chosen]?.id])
  const groups = [...new Set(items.map(({ group }) => group))]
  return (
    <div class="palette-options" role="listbox" id="palette-options" aria-label={messages.palette.results} ref={list}>
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`palette-${group}`}>
          <div class="palette-group" id={`palette-${group}`} role="presentation">
            {messages.palette.groups[group]}
          </div>
          {items.map(
            (item, index) =>
              item.group === group && (
                <Option key={item.id} item={item} isChosen={index === chosen} onRun={() => onRun(index)} />
              ),
          )}
        </div>
      ))}
    </div>
  )
}

function Option({ item, isChosen, onRun }: { item: Item; isChosen: boolean; onRun: () => void }) {
  return (
    <div class="palette-option" role="option" id={`option-${item.id}`} aria-selected={isChosen} onClick={onRun}>
      <Icon name={item.icon} />
      <span dir="auto">{item.label}</span>
      {item.keys && (
        <span class="palette-keys" aria-hidden="true">
          <Keys of={item.keys} />
        </span>
      )}
    </div>
  )
}
