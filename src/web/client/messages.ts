import type { Field } from './entry/merge.ts'
import type { AmountProblem } from './entry/amount-text.ts'
import type { SaidKind } from './expenses/filter-text.ts'
import type { FilterProblem } from './expenses/filter-token.ts'
import type { EventType } from '../../events/event.ts'
import type { ShareRole } from '../../events/user.ts'

/** Every text of the page. Counts and amounts arrive as they are written, dates too. */

type Named = { what: string; money: string; category: string; day: string }

export const list = new Intl.ListFormat('en')
export const expenses = (count: number, written = `${count}`) => `${written} ${count === 1 ? 'expense' : 'expenses'}`
const fields = {
  amount: 'Amount',
  category: 'Category',
  categoryId: 'Category',
  description: 'What for',
  date: 'When',
  currency: 'Currency',
  userId: 'Whose',
  name: 'Name',
  email: 'E-mail address',
  password: 'Password',
  current: 'Present password',
  code: 'Code',
  role: 'Role',
  colour: 'Colour',
}
/** The fields of an expense within a sentence. */
export const nouns: Record<Field, string> = {
  amount: 'amount',
  category: 'category',
  description: 'description',
  date: 'date',
  currency: 'currency',
}
/** What somebody may do in a ledger, within a sentence. */
export const could: Record<ShareRole, string> = { viewer: 'may look at', auditor: 'may audit', editor: 'may change' }
/** What an event of the audit trail is about. `owner` is whose thing it is, if it is not the own of who did it. */
type Told = {
  name: string
  owner: string | undefined
  changed: readonly string[]
  newName: string | undefined
  role: string
  other: string
}
/** Before the thing, the thing, and behind it: a language says each where it belongs. */
type Said = { did: string; thing: string; more?: string }
const quoted = (text: string) => `“${text}”`
const whose = (owner: string | undefined) => (owner === undefined ? '' : `${owner}’s `)
const expenseOf = ({ owner, name }: Told) => whose(owner) + quoted(name)
const categoryOf = ({ owner, name }: Told) => `${owner === undefined ? 'the ' : whose(owner)}category ${quoted(name)}`
const profileOf = ({ owner }: Told) => (owner === undefined ? 'their own profile' : `${whose(owner)}profile`)
const ledgerOf = ({ owner }: Told) => (owner === undefined ? 'their own ledger' : `${whose(owner)}ledger`)
const auditNouns: Record<string, string> = {
  ...nouns,
  ...{ name: 'name', email: 'e-mail address', role: 'role', colour: 'colour' },
}
const changing = ([only = '', ...others]: readonly string[]) =>
  others.length === 0 ? `changed the ${auditNouns[only] ?? only} of` : `changed ${others.length + 1} fields of`
const auditDeeds: Record<EventType, (told: Told) => Said> = {
  ExpenseRecorded: (told) => ({ did: 'recorded', thing: expenseOf(told) }),
  ExpenseAmended: (told) => ({ did: changing(told.changed), thing: expenseOf(told) }),
  ExpenseDeleted: (told) => ({ did: 'deleted', thing: expenseOf(told) }),
  ExpenseRestored: (told) => ({ did: 'restored', thing: expenseOf(told) }),
  CategoryAdded: (told) => ({ did: 'added', thing: categoryOf(told) }),
  CategoryChanged: (told) => ({ did: changing(told.changed), thing: categoryOf(told) }),
  CategoryArchived: (told) => ({ did: 'archived', thing: categoryOf(told) }),
  CategoryRestored: (told) => ({
    ...{ did: 'brought back', thing: categoryOf(told) },
    ...(told.newName !== undefined && { more: `as ${quoted(told.newName)}` }),
  }),
  UserRegistered: (told) =>
    told.owner === undefined ? { did: 'registered', thing: '' } : { did: 'added', thing: profileOf(told) },
  UserChanged: (told) => ({ did: changing(told.changed), thing: profileOf(told) }),
  UserDeleted: (told) => ({ did: 'deleted', thing: profileOf(told) }),
  UserRestored: (told) => ({ did: 'restored', thing: profileOf(told) }),
  UserErased: (told) =>
    told.owner === undefined
      ? { did: 'erased all their own words', thing: '' }
      : { did: 'erased', thing: profileOf(told), more: 'and all their words' },
  LedgerShared: (told) => ({
    ...{ did: 'shared', thing: ledgerOf(told) },
    more: `with ${told.other}, who ${could[told.role as ShareRole] ?? told.role} it`,
  }),
  ShareEnded: (told) => ({ did: 'no longer shares', thing: ledgerOf(told), more: `with ${told.other}` }),
}
/** What the events of a report of changes did, in this order. */
export type Deed = 'recorded' | 'amended' | 'deleted' | 'restored' | 'hidden' | 'shown'
const deeds: Record<Deed, string> = {
  recorded: 'recorded',
  amended: 'amended',
  deleted: 'deleted',
  restored: 'restored',
  hidden: 'hidden with a profile',
  shown: 'back with a profile',
}
const deedWords = (counts: Record<Deed, number>, written: (count: number) => string) =>
  (Object.keys(deeds) as Deed[])
    .filter((deed) => counts[deed] > 0)
    .map((deed) => `${written(counts[deed])} ${deeds[deed]}`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** What whoever runs the ledger has to look for. */
const inTheLog = (requestId: string | undefined) => (requestId === undefined ? '' : ` Its log calls this ${requestId}.`)
const amountProblems: Record<AmountProblem, (currency: string) => string> = {
  empty: () => 'Type an amount',
  unreadable: () => 'Type an amount such as 12.50, or a sum such as 12.50+4',
  decimals: (currency) => `That has more decimals than ${currency} has`,
  zero: () => 'The amount must not be zero',
  tooLarge: () => 'The amount is too large',
}

const filterChips: Record<SaidKind, (value: string) => string> = {
  who: (name) => name || 'Everybody’s',
  category: (name) => `Category: ${name}`,
  over: (amount) => `Over ${amount}`,
  atLeast: (amount) => `At least ${amount}`,
  under: (amount) => `Under ${amount}`,
  atMost: (amount) => `At most ${amount}`,
  exactly: (amount) => `Exactly ${amount}`,
  currency: (code) => `In ${code}`,
  deleted: () => 'Only deleted',
  any: () => 'With deleted',
}
/** The same within a sentence. */
const filterReasons: typeof filterChips = {
  ...filterChips,
  who: (name) => `those of ${name || 'everybody'}`,
  category: (name) => `the category ${name}`,
  over: (amount) => `amounts over ${amount}`,
  atLeast: (amount) => `amounts of at least ${amount}`,
  under: (amount) => `amounts under ${amount}`,
  atMost: (amount) => `amounts of at most ${amount}`,
  exactly: (amount) => `the amount ${amount}`,
  currency: (code) => `amounts in ${code}`,
  deleted: () => 'only deleted ones',
  any: () => 'also deleted ones',
}
const filterProblems: Record<FilterProblem, (value: string) => string> = {
  unfinished: () => 'Say what to look for behind the sign, such as category:groceries or amount>20',
  operator: () => 'Only amounts can be more or less; write a colon here',
  amount: () => 'Write an amount such as 20 or 12.50, or two such as 20..40',
  date: () => 'Write a year, a month or a day, such as 2026-10-03, or two such as 2026-10-03..2026-10-09',
  currency: (code) => `${code} is no currency; write one such as eur`,
  is: () => 'Write is:deleted or is:any',
  category: (name) => `There is no category ${name}`,
  person: (name) => `There is nobody called ${name}`,
  several: (name) => `Several begin with ${name}; write more of the name`,
}

export const messages = {
  brand: 'Expense Ledger',
  title: (page: string) => `${page} · Expense Ledger`,
  fields,
  frame: {
    pages: 'Pages',
    skip: 'Skip to the content',
    find: 'Find anything',
    more: 'More',
    morePages: 'More pages',
    collapse: 'Show pictures only',
    expand: 'Show words beside the pictures',
    close: 'Close',
    ownLedger: (currency: string) => `Own ledger, ${currency}`,
    lost: 'The ledger cannot be reached. What you typed stays here; it is tried again by itself.',
    tryNow: 'Try again',
    missing:
      'The ledger was upgraded: a part of this page is no longer there. Reload it to go on; what you are adding is kept.',
    reload: 'Reload',
  },
  keys: {
    title: 'Keyboard shortcuts',
    palette: 'Find a page, a category or an action',
    add: 'Add an expense',
    search: 'Search the expenses',
    goTo: (page: string) => `Go to ${page}`,
    shortcuts: 'Show the shortcuts',
    then: 'then',
    or: 'or',
    places: {
      anywhere: 'Anywhere',
      figures: 'On pages that show a period',
      list: 'In the list of expenses',
      form: 'In a form',
    },
    off: 'Single keys are switched off in the settings; with Ctrl or Cmd, shortcuts work as before.',
    close: 'Close what is on top',
    saveForm: 'Save',
    saveAndAnother: 'Save and add another',
  },
  palette: {
    hint: 'Type a page, a category, an action, or what to search for',
    results: 'What was found',
    found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    search: (text: string) => `Search the expenses for “${text}”`,
    groups: {
      recent: 'Latest searches',
      pages: 'Pages',
      actions: 'Actions',
      categories: 'Categories',
      ledgers: 'Ledgers',
      search: 'Expenses',
    },
  },
  privacy: { label: 'Blur figures', hide: 'Blur all figures', show: 'Show all figures again' },
  theme: {
    label: 'Appearance',
    system: 'Automatic',
    light: 'Light',
    dark: 'Dark',
    is: (name: string) => `Appearance: ${name}`,
    hint: 'appearance, change',
  },
  session: {
    asking: 'Opening the ledger',
    failed: 'The ledger does not open',
    signIn: 'Sign in',
    signOut: 'Sign out',
    ended: 'Your session has ended. Sign in to go on where you were.',
    firstTitle: 'Begin your ledger',
    firstText: 'Create the first profile. It is an admin’s: it can add more people later.',
    create: 'Create the profile',
    code: {
      app: { label: 'Code', hint: 'Six digits that your authenticator app shows', instead: 'Use the app' },
      recovery: {
        label: 'Recovery code',
        hint: 'One of those that you kept; each is good for once',
        instead: 'Use a recovery code',
      },
      back: 'Back',
    },
  },
  overview: {
    title: 'Overview',
    currency: 'Currency',
    figures: 'Figures',
    /** `in November 2026`, `on 3–9 Nov 2026`, `in all time` */
    within: (period: string, name: string) =>
      period === 'all' ? 'in all time' : `${period.includes('..') ? 'on' : 'in'} ${name}`,
    spent: (within: string) => `Spent ${within}`,
    count: 'Expenses',
    /** `€273.55 less than October at this day` */
    against: (money: string, side: 'less' | 'more', before: string, by: string) =>
      `${money} ${side} than ${before}${by}`,
    asMuch: (before: string, by: string) => `As much as ${before}${by}`,
    atThisDay: ' at this day',
    byEndOf: (month: string) => ` by the end of ${month}`,
    also: (money: readonly string[]) => `Also ${list.format(money)}`,
    changed: (count: number, written: string) =>
      count === 0
        ? 'None changed after they were recorded'
        : `${written} changed after ${count === 1 ? 'it was' : 'they were'} recorded`,
    since: { asOf: 'Since then', lately: 'Since a week ago' },
    unchanged: 'Nothing was recorded or changed',
    deeds: (...counts: Parameters<typeof deedWords>) => list.format(deedWords(...counts)),
    byDay: 'By day',
    runningByMonth: 'Month by month',
    byCategory: 'By category',
    byMonth: 'By month',
    latest: 'Latest changes',
    allChanges: 'All changes',
    noChanges: 'Nothing has been recorded yet.',
    nothingSpentEither: (period: string, before: string) => `Nothing was spent ${period}, nor ${before}.`,
    nothingSpent: (within: string) => `Nothing was spent ${within}.`,
    between: (first: string, last: string) => `from ${first} to ${last}`,
    tooMany: (count: string) => `${count} expenses are too many to draw day by day. By month shows them all.`,
  },
  charts: {
    asTable: 'as a table',
    asChart: 'as a chart',
    asCsv: 'as CSV',
    others: (count: number) => `${count} others`,
    fewer: 'Fewer',
    day: 'Day',
    month: 'Month',
    category: 'Category',
    spent: 'Spent',
    count: 'Expenses',
    share: 'Share',
    soFar: (period: string) => `${period}, so far`,
    /** What a part of a chart is called: `8 November: November €300.00, October €290.00` */
    said: (what: string, figures: readonly string[]) => `${what}: ${figures.join(', ')}`,
    running: (title: string, now: string, before: string) => `${title}: ${now} against ${before}, adding up`,
    categories: (count: number, within: string) =>
      `What was spent ${within}, ${count === 1 ? 'one category' : `${count} categories`}, the largest first`,
    months: (from: string, to: string) => `What was spent each month, ${from} to ${to}`,
  },
  expenses: { title: 'Expenses' },
  reports: {
    title: 'Reports',
  },
  activity: {
    title: 'Activity',
    commandLine: 'The command line',
    /** What one event did. */
    deeds: auditDeeds,
  },
  settings: {
    title: 'Settings',
  },
  admin: {
    title: 'Admin',
  },
  ledgers: {
    own: 'My own ledger',
    of: (name: string) => `${name}’s ledger`,
    change: (shown: string) => `${shown}: change to another ledger`,
    standing: { viewer: 'you may look', auditor: 'you may look, also at its activity', editor: 'you may change it' },
    back: 'Back to my own',
    closed: 'That ledger is not shared with you. This is your own.',
  },
  asOf: {
    ask: 'As known on …',
    title: 'As known on',
    text: 'Shows every figure as the ledger knew it at that moment. What was recorded, changed or deleted later is left out.',
    usual: {
      yesterday: 'Yesterday evening',
      weekAgo: 'A week ago',
      monthEnd: 'End of last month',
      yearEnd: 'End of last year',
    },
    moment: 'Another moment',
    show: 'Show it as known then',
    known: 'As known on',
    event: (position: string) => `event ${position}`,
    restLeftOut: 'Later changes are left out; nothing can be edited.',
    since: 'What changed since?',
    back: 'Back to now',
  },
  period: {
    label: 'Period',
    previous: 'Previous period',
    next: 'Next period',
    thisMonth: 'This month',
    lastMonth: 'Last month',
    lastDays: (days: number) => `Last ${days} days`,
    thisYear: 'This year',
    lastYear: 'Last year',
    all: 'All time',
    days: 'Other days …',
    daysTitle: 'From one day to another',
    from: 'First day',
    to: 'Last day',
    show: 'Show these days',
  },
  columns: {
    date: 'Date',
    description: 'Description',
    category: 'Category',
    person: 'Person',
    amount: 'Amount',
    currency: 'Currency',
    recorded: 'Recorded',
    changedBy: 'Last changed by',
    actions: 'Actions',
    choose: 'Columns and rows',
    further: 'Further columns',
    rows: 'Rows',
    comfortable: 'Comfortable',
    compact: 'Compact',
    commandLine: 'The command line',
  },
  list: {
    caption: (period: string) => `Expenses, ${period}`,
    search: 'Search',
    deleted: { false: 'Without deleted', all: 'With deleted', true: 'Only deleted' },
    own: 'My own',
    everybody: 'Everybody’s',
    clear: 'Clear',
    actions: (what: string) => `Actions for ${what}`,
    edit: 'Edit',
    open: 'Open',
    history: 'History',
    duplicate: 'Duplicate',
    select: 'Select',
    remove: 'Delete',
    restore: 'Restore',
    deletedBadge: 'Deleted',
    count: (count: number) => expenses(count),
    countOf: expenses,
    inPeriod: (period: string, name: string) => (period === 'all' ? 'of all time' : `in ${name}`),
    range: (shown: string, count: string) => `1–${shown} of ${count}`,
    more: 'Load more',
    csv: 'All that match, as CSV',
  },
  filter: {
    label: 'Search and filter',
    hint: 'Search or filter: category:groceries amount>20',
    options: 'What it may be',
    said: 'Filter',
    words: (q: string) => `“${q}”`,
    chips: filterChips,
    reasons: filterReasons,
    edit: (said: string) => `${said}, change`,
    remove: (said: string) => `Remove ${said}`,
    problems: filterProblems,
    starts: {
      'category:': 'by category',
      'amount>': 'amounts over',
      'amount<': 'amounts under',
      'amount:': 'exactly this amount',
      'date:': 'a year, a month, a day',
      'currency:': 'by currency',
      'is:deleted': 'only deleted',
      'is:any': 'with deleted',
      'who:': 'by person',
    } as Record<string, string>,
    menu: 'Filter',
    add: {
      category: 'Category …',
      over: 'Amount over …',
      under: 'Amount under …',
      currency: 'Currency …',
      person: 'Person …',
      deleted: 'Only deleted',
      any: 'With deleted',
    },
    saved: 'Saved filters',
    keep: 'Keep or change filters …',
    keepPresent: 'Keep the present filter',
    keepName: 'Name',
    keepText: 'It is kept without its period, so that it serves in any.',
    keptOnes: 'Kept filters',
    keptNone: 'Nothing is kept yet. Narrow the list, then keep the filter here.',
    kept: (name: string) => `The filter ${name} is kept`,
    renamed: (name: string) => `The filter is called ${name} now`,
    dropped: (name: string) => `The filter ${name} is gone`,
    nameOf: (name: string) => `Name of the filter ${name}`,
    rename: 'Rename',
    renameNamed: (name: string) => `Rename the filter ${name}`,
    drop: 'Delete',
    dropNamed: (name: string) => `Delete the filter ${name}`,
    taken: (name: string) => `There is a filter ${name} already`,
    nameless: 'Give it a name',
    tooMany: 'No more than 50 filters can be kept',
    onlyCategory: 'Only this category',
    onlyDay: 'Only this day',
    onlyPerson: 'Only this person',
  },
  empty: {
    first: 'Nothing here yet',
    firstText: 'Write down the first thing you spent money on; everything else follows from it.',
    addFirst: 'Add your first expense',
    sampleData: 'Load sample data',
    sampleDataAdded: (expenses: number, users: number) => `Added ${expenses} expenses of ${users} people to look at`,
    noMatch: 'No expense matches',
    noneIn: (inPeriod: string) => `No expenses ${inPeriod}`,
    because: (reasons: readonly string[], inPeriod: string) =>
      `You are looking for ${list.format(reasons)} ${inPeriod}.`,
    clear: 'Clear the filter',
    allTime: 'Look at all time',
  },
  entry: {
    add: 'Add',
    addTitle: 'Add an expense',
    edit: 'Edit the expense',
    amountHint: 'Also a sum, such as 12.50+4',
    amountProblem: (problem: AmountProblem, currency: string) => amountProblems[problem](currency),
    categoryHint: 'Type to find one or to add a new one',
    newCategory: (name: string) => `New: ${name}`,
    noCategory: 'Pick a category or type a new one',
    noDescription: 'Say what it was for',
    noDate: 'Pick a date',
    allOf: (count: string) => `All ${count} categories`,
    fewer: 'Fewer categories',
    today: 'Today',
    yesterday: 'Yesterday',
    otherDate: 'Date',
    save: (money: string) => (money ? `Save ${money}` : 'Save'),
    saveChanges: 'Save the changes',
    saveAndAnother: 'Save and add another',
    remove: 'Delete this expense',
    keySave: 'saves',
    keyAnother: 'saves and starts another',
    dropQuestion: 'Drop what you typed?',
    stay: 'Go on typing',
    drop: 'Drop it',
    somebody: 'Somebody',
    yourself: 'You yourself',
    conflict: (who: string, changed: readonly Field[], when: string) =>
      `${who} changed ${list.format(changed.map((field) => `the ${nouns[field]}`))} ${when}. What you typed is kept.`,
    conflictDeleted: (who: string, when: string) =>
      `${who} deleted this expense ${when}. What you typed is kept; restore the expense to save it.`,
    takenOver: 'taken over',
    theirs: 'Theirs',
    yours: 'Yours',
    suggestions: 'Written earlier',
    isSaved: 'Saved',
    isDropped: 'Nothing was saved',
    another: 'Add another',
    toLedger: 'To the ledger',
    leftLabel: 'Not saved yet',
    leftNew: (typed: string) => `You were adding an expense: ${typed}`,
    leftChange: (what: string) => `You were changing ${what}`,
    goOn: 'Go on',
    dropIt: 'Drop it',
  },
  import: {
    title: 'Import',
    action: 'Import expenses from a file',
  },
  pasted: {
    caption: 'What you pasted',
    look: 'This is how your lines are read. Nothing is added yet.',
    someLeftOut: (count: number) =>
      count === 1 ? 'One line has a problem and is left out.' : `${count} lines have a problem and are left out.`,
    beyond: (taken: string, count: number, written: string) =>
      `Only the first ${taken} lines are taken at once: paste the last ${count === 1 ? 'one' : written} again afterwards.`,
    problem: (problem: AmountProblem | 'date' | 'category' | 'description' | 'tooLong', currency: string) => {
      switch (problem) {
        case 'date':
          return 'This is no date'
        case 'category':
          return 'There is no category'
        case 'description':
          return 'It does not say what it was for'
        case 'tooLong':
          return 'A text is too long: at most 500 characters, a category at most 100'
        case 'empty':
          return 'There is no amount'
        case 'unreadable':
        case 'decimals':
        case 'zero':
        case 'tooLarge':
          return amountProblems[problem](currency)
      }
    },
    addAll: (count: number, written: string) => `Add ${expenses(count, written)}`,
    progress: (done: string, all: string) => `Added ${done} of ${all}`,
    added: (count: number) => `Added ${expenses(count)}`,
    takenBack: (count: number) => `Took ${expenses(count)} back`,
    backToForm: 'Back to the form',
  },
  expense: {
    tabs: 'About this expense',
    details: 'Details',
    history: 'History',
    opening: 'Opening the expense',
    missing: 'This expense is not here',
    missingText:
      'There is none at this address, or it is somebody else’s. If its owner’s profile was deleted, an admin can restore that.',
    notYet: 'The ledger did not know this expense yet at that moment.',
    backToNow: 'Back to now',
    toList: 'To the expenses',
    deleted: (who: string, when: string) =>
      `${who} deleted this expense: ${when}. It counts nowhere; its history stays.`,
    restore: 'Restore it',
    asKnown: (moment: string) => `As known on ${moment}. It cannot be changed here.`,
    recordedAt: 'Recorded',
    changedAt: 'Last changed',
    justNow: 'just now',
    todayAt: (time: string) => `Today, ${time}`,
    nobody: 'The command line',
    nowCalled: (name: string) => `now ${name}`,
    origins: {
      web: 'in the browser',
      api: 'with a token',
      import: 'by an import',
      cli: 'on the command line',
    },
    did: (verbs: readonly ('recorded' | 'changed' | 'deleted' | 'restored')[], changed: readonly Field[]) => {
      const [only] = changed
      const what = changed.length === 1 && only ? `the ${nouns[only]}` : `${changed.length} fields`
      const said = {
        recorded: 'recorded it',
        changed: `changed ${what}`,
        deleted: 'deleted it',
        restored: 'restored it',
      }
      return list.format([...new Set(verbs)].map((verb) => said[verb]))
    },
    becomes: 'becomes',
    inBatch: (others: number, written: string) =>
      others === 0 ? 'on its own, as a batch' : `with ${written} ${others === 1 ? 'other' : 'others'}`,
    seeAll: (count: string) => `see all ${count}`,
    seeBatch: 'see its batch',
    goBack: 'Go back to this version',
    goBackThen: 'Going back would change:',
    goBackDeletes: 'It is deleted again.',
    goBackRestores: 'It is restored.',
    confirmGoBack: 'Go back',
    stayHere: 'Leave it as it is',
    wentBack: (what: string, money: string, isDeleted: boolean) =>
      isDeleted ? `${what} is deleted, as it was` : `${what} is as it was: ${money}`,
    proved: (position: string) => `Proved unchanged up to event ${position}`,
    provedHow: (steps: number) =>
      `${steps === 1 ? 'The one event above is' : `Each of the ${steps} events above is`} in the tree of hashes that the ledger signed. This browser has reckoned it itself.`,
    notProved: (position: string) =>
      `Not in the log as it was signed at event ${position}. Ask whoever runs the ledger to verify it.`,
  },
  categories: {
    title: 'Categories',
  },
  people: {
    title: 'Profiles',
    own: 'Your profile',
    you: 'You',
    browser: 'This browser',
    add: 'Add a profile',
    change: 'Change the profile',
    remove: 'Delete the profile',
    show: 'Show the expenses',
    showDeleted: 'Show deleted',
    deletedBadge: 'Deleted',
    roles: { admin: 'Admin', member: 'Member' },
    passwordHint: 'At least 10 characters',
    roleHint: 'Members see and change their own expenses, admins everything',
    currencyHint: 'For new expenses; each can have another',
    search: 'Search people',
    noneFound: 'Nobody is called that',
    count: (count: number, written: string) => `${written} ${count === 1 ? 'person' : 'people'}`,
    setPassword: 'Set a password',
    setPasswordText: (name: string) =>
      `${name} signs in with it from now on. Where ${name} is signed in now, the session ends, and so do all tokens.`,
    passwordSet: (name: string) => `${name} has a new password`,
    secondFactor: {
      remove: 'Turn off the second factor',
      text: (name: string) =>
        `For when ${name} has lost the phone and the recovery codes. The password alone signs ${name} in from then on.`,
      removed: (name: string) => `${name} signs in with the password alone`,
    },
    nothingSpent: 'No expenses yet',
    saved: (name: string) => `${name} is saved`,
    added: (name: string) => `${name} has a profile now`,
    deleted: (name: string) => `${name}’s profile is deleted; it can be restored`,
    restored: (name: string) => `${name} is back, with all expenses`,
    deleteText: (name: string) =>
      `${name} can no longer sign in, and the expenses are hidden. Nothing is lost: an admin can restore the profile.`,
    typeName: (name: string) => `Type “${name}” to confirm`,
    nameDiffers: (name: string) => `This is not “${name}”`,
    erasing: {
      erase: 'Erase for ever',
      title: (name: string) => `Erase ${name} for ever`,
      text: [
        'What goes: the name, the e-mail address, every description and every name of a category, in all histories and exports; the password, sessions and tokens.',
        'What stays: amounts, dates and currencies, so that all totals are as they were; words about this person that others wrote; and backups made before, which can still be read.',
        'There is no way back. The profile cannot be restored.',
      ],
      done: (name: string) => `${name} is erased`,
      name: 'Erased',
      left: 'Nothing is left but the figures',
    },
    whose: { label: 'Whose ledger', own: 'My own', everybody: 'Everybody’s', unknown: 'Somebody who is not there' },
  },
  selection: {
    label: 'Selected expenses',
    loaded: 'Select all that are loaded',
    one: (what: string) => `Select ${what}`,
    count: (written: string) => `${written} selected`,
    all: (count: string) => `Select all ${count} that match`,
    tooMany: (most: string) => `At most ${most} can be changed at once: narrow the filter first.`,
    category: 'Category',
    categoryTitle: (count: number, written: string) => `Category of ${expenses(count, written)}`,
    date: 'Date',
    dateTitle: (count: number, written: string) => `Date of ${expenses(count, written)}`,
    apply: 'Change',
    remove: 'Delete',
    restore: 'Restore',
    exportCsv: 'Export',
    clear: 'Clear',
  },
  bulk: {
    changed: (count: number, field: Field, to: string) =>
      `${capital(nouns[field])} of ${expenses(count)} changed to ${to}`,
    deleted: (count: number) => `Deleted ${expenses(count)}`,
    restored: (count: number) => `Restored ${expenses(count)}`,
    takenBack: (count: number) => `Taken back: ${expenses(count)} as before`,
    nothing: 'There was nothing to change',
    refused: (count: number, reason: string) => `Nothing was changed: ${expenses(count)} cannot be. ${reason}`,
    changedSince: (count: number) => `Not taken back: ${expenses(count)} changed since`,
    skip: 'Take back the others',
  },
  inline: {
    label: (what: string) => `Edit ${what}`,
    save: 'Save the changes',
    leave: 'Leave without saving',
    theirs: (who: string, now: readonly string[]) => `${who} changed this meanwhile: ${list.format(now)}.`,
    deleted: (who: string) => `${who} deleted this meanwhile. Restore it before you change it.`,
    is: (field: Field, value: string) => `${nouns[field]} is now ${value}`,
    keeps: (field: Field, value: string) => `${nouns[field]} is now ${value}, yours is kept`,
    again: 'Save again if yours is right.',
  },
  listKeys: {
    next: 'Next expense',
    previous: 'Previous expense',
    first: 'First expense',
    last: 'Last expense that is loaded',
    choose: 'Select or deselect',
    chooseRange: 'Select all up to here',
    open: 'Open',
    edit: 'Edit in its row',
    category: 'Change the category',
    date: 'Change the date',
    remove: 'Delete',
    clear: 'Deselect all',
    undo: 'Undo',
    history: 'Show the history',
  },
  toasts: {
    undo: 'Undo',
    dismiss: 'Dismiss',
    added: ({ what, money, category, day }: Named) => `Saved ${money} for ${what}, ${category}, ${day}`,
    changed: (changed: readonly Field[], { what, money, category, day }: Named) => {
      const to = { amount: money, category, description: what, date: day, currency: money }
      const [only] = changed
      return only && changed.length === 1
        ? `${capital(nouns[only])} changed to ${to[only]}`
        : `${what}: ${list.format(changed.map((field) => nouns[field]))} changed`
    },
    deleted: ({ what, money }: Named) => `Deleted ${what}, ${money}`,
    restored: ({ what, money }: Named) => `Restored ${what}, ${money}`,
    nothingToUndo: 'There is nothing to undo on this page',
    changedMeanwhile: 'Somebody changed this meanwhile. It is shown as it is now; try again.',
  },
  form: { save: 'Save' },
  errors: {
    summary: (count: number) => (count === 1 ? 'One thing is not right yet:' : `${count} things are not right yet:`),
    signedOut: 'Your session had ended before this was saved. Save it again.',
    unreachable: 'The ledger could not be reached, so it may not be saved. Try again: it is never saved twice.',
    unexpected: 'Something went wrong in this page. Reload it and look whether the change is there.',
    tooMany: (seconds: number) => `Too many attempts. Try again in ${seconds} seconds.`,
    failed: (status: number, requestId?: string) =>
      `The ledger could not do this just now (${status}). Try again in a moment.${inTheLog(requestId)}`,
    /** Why something that was to be shown is not: there was nothing to save. */
    unread: {
      signedOut: 'Your session has ended. Sign in to see it.',
      unreachable: 'The ledger cannot be reached just now.',
      unexpected: 'Something went wrong in this page. Reload it.',
      failed: (status: number, requestId?: string) =>
        `The ledger could not read this just now (${status}). Try again in a moment.${inTheLog(requestId)}`,
      gone: 'This could not be read just now.',
    },
  },
  notFound: { title: 'Not here', text: 'There is no page at this address.', back: 'To the expenses' },
}

/** What a further language has to say. */
export type Messages = typeof messages
