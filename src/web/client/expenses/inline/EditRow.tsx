import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { Icon } from '../../frame/Icon.tsx'
import { messages } from '../../messages.ts'
import { Cell } from '../Cell.tsx'
import type { Column } from '../columns.ts'
import type { RowProps } from '../ExpenseRow.tsx'
import { inline } from '../list-page.ts'
import { EditCell } from './EditCell.tsx'
import type { InlineField } from './inline-edit.ts'
import { WhatIsWrong } from './WhatIsWrong.tsx'

type Props = Omit<RowProps, 'act' | 'rowIndex'> & { rowIndex?: number }

/** A row whose fields are being changed: Enter saves, Escape leaves, Tab walks. */
export function EditRow({ me, filter, expense, columns, rowIndex }: Props) {
  useFocus()
  const draft = inline.draft.value
  if (!draft) return null
  return (
    <>
      <tr
        id={`expense-${expense.id}`}
        class="editing"
        aria-rowindex={rowIndex}
        aria-label={messages.inline.label(expense.description)}
        onKeyDown={press}
        onFocusOut={leaveUntouched}
      >
        <td class="choose" />
        {columns.map((column) =>
          isEdited(column) ? (
            <EditCell key={column} field={column} draft={draft} />
          ) : (
            <Cell key={column} me={me} filter={filter} expense={expense} column={column} />
          ),
        )}
        <td class="actions">
          <button type="button" class="btn quiet" aria-label={messages.inline.save} onClick={() => void inline.save()}>
            <Icon name="check" />
          </button>
          <button type="button" class="btn quiet" aria-label={messages.inline.leave} onClick={inline.leave}>
            <Icon name="cross" />
          </button>
        </td>
      </tr>
      <WhatIsWrong columns={columns.length + 2} />
    </>
  )
}

function isEdited(column: Column): column is InlineField {
  return ['date', 'description', 'category', 'amount'].includes(column)
}

/** The focus goes where the change begins, and later to what is wrong. */
function useFocus() {
  useLayoutEffect(() => {
    const box = document.getElementById(`inline-${inline.first.peek()}`)
    box?.focus()
    if (box instanceof HTMLInputElement) box.select()
  }, [])
  useSignalEffect(() => {
    if (inline.submission.failures.value === 0) return
    const [wrong] = inline.submission.errors.peek()
    document.getElementById(`inline-${wrong?.path}`)?.focus()
  })
}

function press(event: KeyboardEvent) {
  const isInBox = event.target instanceof HTMLInputElement
  if (event.key === 'Escape') inline.leave()
  else if (event.key === 'Enter' && isInBox) void inline.save()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Going elsewhere ends it, unless something was typed. */
function leaveUntouched({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: HTMLElement }) {
  const isElsewhere = relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)
  if (isElsewhere && !inline.isTouched()) inline.leave()
}
