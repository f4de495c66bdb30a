import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { CHUNK } from '../expenses/row-window.ts'
import { useRowWindow } from '../expenses/use-row-window.ts'
import { ImportLine } from './ImportLine.tsx'
import { canBeChosen } from './importing.ts'
import { importing } from './parts.ts'

/** In pixels, about. */
const ROW = 44

/** The rows that are shown, those near the screen. */
export function ImportTable() {
  const words = pageMessages.import
  const { columns } = messages
  const rows = importing.rows.value
  const { frame, segments } = useRowWindow<HTMLTableElement>({ count: rows.length, height: ROW, look: '', kept: [] })
  const can = rows.filter(canBeChosen)
  const isAll = can.length > 0 && can.every(({ row }) => importing.chosen.value.has(row))
  return (
    <div class="import-scroll">
      <table ref={frame} class="import-table" aria-rowcount={rows.length + 1}>
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                class="form-check-input"
                aria-label={words.chooseShown}
                checked={isAll}
                disabled={can.length === 0}
                onChange={() => importing.toggleShown()}
              />
            </th>
            <th scope="col">{words.line}</th>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.description}</th>
            <th scope="col">{columns.category}</th>
            <th scope="col" class="amount">
              {columns.amount}
            </th>
          </tr>
        </thead>
        {segments.map(({ at, room }) =>
          room === undefined ? (
            <tbody key={at} data-chunk={at}>
              {rows.slice(at * CHUNK, (at + 1) * CHUNK).map((row) => (
                <ImportLine key={row.row} of={row} />
              ))}
            </tbody>
          ) : (
            <tbody key={`room ${at}`} data-room aria-hidden="true">
              <tr>
                <td colSpan={6} style={{ height: `${room}px` }} />
              </tr>
            </tbody>
          ),
        )}
      </table>
      {rows.length === 0 && <p class="muted">{words.nothing}</p>}
    </div>
  )
}
