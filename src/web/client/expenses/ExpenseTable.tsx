import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import type { User } from '../../api.ts'
import { messages } from '../messages.ts'
import { format } from '../page.ts'
import { nameOf } from '../scope/PeriodControl.tsx'
import type { Shown } from './expense-list.ts'
import type { Filter } from './filter.ts'
import { LostEdit } from './inline/LostEdit.tsx'
import { columnsOf } from './list-look.ts'
import { cursor, listLooks } from './list-page.ts'
import { CHUNK, chunksAround } from './row-window.ts'
import { RowChunk } from './RowChunk.tsx'
import { TableFoot, TableHead } from './TableEnds.tsx'
import { useListActions } from './use-list-actions.ts'
import { useRowWindow } from './use-row-window.ts'

type Props = { me: User; filter: Filter; shown: Shown }

/** In pixels, about. */
const ROW = 38

/** The list where there is room. Only the rows near the screen are there, and the one that the keys are at. */
export function ExpenseTable({ me, filter, shown: { items, count } }: Props) {
  const { url } = useLocation()
  const act = useListActions(filter)
  const look = listLooks.of(me.id)
  const columns = columnsOf(look, filter)
  const at = cursor.isSet.value && cursor.at.value ? items.indexOf(cursor.at.value) : -1
  const { frame, segments } = useRowWindow<HTMLTableElement>({
    count: items.length,
    height: ROW,
    look: `${look.rows} ${columns.join()}`,
    kept: at < 0 ? [] : chunksAround(at),
  })
  const width = columns.length + 2
  // What can be done with a row, and how it looks, changes with these alone.
  const same = useMemo(() => ({ me, filter, columns, act }), [me, url, act.canChange, columns.join()])
  return (
    <table ref={frame} class={`expenses ${look.rows}`} aria-rowcount={count + 2}>
      <caption class="visually-hidden">{messages.list.caption(nameOf(filter.period))}</caption>
      <TableHead filter={filter} columns={columns} />
      <LostEdit {...{ me, filter, columns, act, items }} />
      {segments.map(({ at, room }) =>
        room === undefined ? (
          <RowChunk key={at} at={at} expenses={items.slice(at * CHUNK, (at + 1) * CHUNK)} same={same} />
        ) : (
          <tbody key={`room ${at}`} data-room aria-hidden="true">
            <tr class="room">
              <td colSpan={width} style={{ height: `${room}px` }} />
            </tr>
          </tbody>
        ),
      )}
      <TableFoot me={me} filter={filter} count={format.count(count)} of={count} width={width} />
    </table>
  )
}
