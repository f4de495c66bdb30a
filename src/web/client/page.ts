import { openCalls } from './call.ts'
import { openCategories } from './categories/categories.ts'
import { openEntry } from './entry/entry.ts'
import { localDate } from './expenses/calendar-days.ts'
import { openExpenseChanges } from './expenses/expense-changes.ts'
import { openExpenseList } from './expenses/expense-list.ts'
import { openFormat } from './format.ts'
import { openConnection } from './frame/connection.ts'
import { openToasts } from './frame/toasts.ts'
import { openPeople } from './people/people.ts'
import { openServer } from './server.ts'
import { openSession } from './session/session.ts'

/** The page: its parts, wired by hand. Views import what they show from here. */
const later = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds)

export const connection = openConnection(() => session.ask(), later)
export const server = openServer(
  openCalls((...request) => fetch(...request), {
    reached: () => connection.reached(),
    lost: () => connection.heardNothing(),
    signedOut: () => session.ended(),
    // eslint-disable-next-line no-console
    misfit: (path, error) => console.error(`The answer to ${path} is not as agreed`, error),
  }),
)
export const session = openSession(server, () => location.assign('/'))
export const format = openFormat()
export const toasts = openToasts({ setTimeout: later, clearTimeout: (timer) => clearTimeout(timer as number) })
export const categories = openCategories(server)
export const people = openPeople(server)
export const list = openExpenseList(server)
export const changes = openExpenseChanges({ server, toasts, format, refresh })
export const entry = openEntry({ server, categories, changes })

export const today = () => localDate(new Date())

/** After a change: the list, and the categories where the expense brought a new one. */
function refresh(changed?: Parameters<Parameters<typeof openExpenseChanges>[0]['refresh']>[0]) {
  void list.reload()
  const known = changed && categories.of(changed.userId).value?.some(({ id }) => id === changed.categoryId)
  if (changed && !known) void categories.load(changed.userId).catch(() => undefined)
}

connection.returns.subscribe((times) => {
  if (times > 0) refresh()
})
