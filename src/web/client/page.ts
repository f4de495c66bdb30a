import { effect } from '@preact/signals'
import { openAgreement } from './agreement.ts'
import { openCalls } from './call.ts'
import { openCategories } from './categories/categories.ts'
import { openDrafts } from './entry/drafts.ts'
import { openEarlyKeys } from './entry/early-keys.ts'
import { openEntry } from './entry/entry.ts'
import { localDate } from './scope/calendar-days.ts'
import { openExpenseChanges } from './expenses/expense-changes.ts'
import { openExpenseList } from './expenses/expense-list.ts'
import { openFormat } from './format.ts'
import { openConnection } from './frame/connection.ts'
import { freshness } from './frame/freshness.ts'
import { openLive, type Source } from './frame/live.ts'
import { keysOn } from './frame/keys.ts'
import { choose } from './frame/theme.ts'
import { whenIdle } from './frame/when-idle.ts'
import { openToasts } from './frame/toasts.ts'
import { openPeople } from './people/people.ts'
import { openSharedLedgers } from './people/shared-ledgers.ts'
import { openServer } from './server.ts'
import { forget } from './session/forget.ts'
import { openSession } from './session/session.ts'
import { openPreferences } from './settings/preferences.ts'
import { whileHere } from './while-here.ts'

/** The page: its parts, wired by hand. Views import what they show from here. */
const later = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds)

export const connection = openConnection(() => session.ask(), later)
const agreement = openAgreement({
  load: () => import('./schemas.ts'),
  later: (run) => later(() => whenIdle(run), 1_000),
  idle: whenIdle,
  // eslint-disable-next-line no-console
  misfit: (path, error) => console.error(`The answer to ${path} is not as agreed`, error),
})
let isLeft = false
addEventListener('pagehide', () => (isLeft = true))
addEventListener('pageshow', () => (isLeft = false))
const hereFetch = whileHere(
  (...request) => fetch(...request),
  () => isLeft,
)
const calls = openCalls(hereFetch, {
  reached: () => connection.reached(),
  lost: () => connection.heardNothing(),
  signedOut: () => session.ended(),
  changed: (path) => lookAgain([path]),
  stands: (position) => live.shows(position),
  answered: agreement.hold,
})
export const server = openServer(calls)
export const session = openSession(server, (next) => {
  forget(() => localStorage, next?.id)
  location.assign('/')
})
export const preferences = openPreferences({ server, storage: localStorage })
export const format = openFormat(() => preferences.now.value)
export const toasts = openToasts({ setTimeout: later, clearTimeout: (timer) => clearTimeout(timer as number) })
export const categories = openCategories(server)
export const people = openPeople(server)
export const list = openExpenseList(server)
export const shared = openSharedLedgers(server, (owners) => {
  // What an admin sees is not up to shares.
  if (session.me.value?.role === 'admin') return
  list.forget(owners)
  categories.forget(owners)
})
export const changes = openExpenseChanges({ server, toasts, format, lookAgain })
export const drafts = openDrafts(
  () => localStorage,
  () => session.me.value?.id,
)
export const entry = openEntry({ server, categories, changes, drafts })
export const earlyKeys = openEarlyKeys(entry)

// What the person chose for every browser comes before what was chosen in this one.
effect(() => {
  const chosen = preferences.known.value
  if (chosen) choose(chosen.theme)
  keysOn.value = chosen?.letterKeys ?? true
})
effect(() => {
  const id = session.me.value?.id
  if (id === undefined) return
  forget(() => localStorage, id)
  void preferences.open(id).catch(() => undefined)
})

export const today = () => localDate(new Date())

export const live = openLive({
  open: (path) => new EventSource(path) as Source,
  later,
  tell(events) {
    const newest = events.at(-1)?.position ?? 0
    // What this page did itself it has looked at already.
    if (newest <= calls.seen()) return
    calls.see(newest)
    lookAgain(events.map(({ stream }) => stream))
  },
  missed(position) {
    calls.see(position)
    lookAgain()
  },
  broken: () => void connection.look(),
})

/**
 * Fetches again what is shown; of what `about` has nothing to say, what is kept for long stays. An expense may have brought a
 * category.
 */
function lookAgain(about: readonly string[] = ['categories', 'users']) {
  const isAbout = (kind: string) => about.some((what) => what.includes(kind))
  const knowing = isAbout('user') ? shared.load().catch(() => undefined) : undefined
  // What may not be seen any more is not asked for again.
  if (knowing && shared.present.value.length > 0) void knowing.then(() => fetchAgain(isAbout))
  else fetchAgain(isAbout)
}

function fetchAgain(isAbout: (kind: string) => boolean) {
  freshness.value += 1
  void list.reload()
  if (isAbout('categor') || isAbout('expense')) void categories.reload().catch(() => undefined)
  if (isAbout('user') && people.all.value) void people.load().catch(() => undefined)
}

connection.returns.subscribe((times) => {
  if (times > 0) lookAgain()
})
for (const name of ['online', 'offline']) addEventListener(name, () => void connection.look())
