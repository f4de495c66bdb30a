export const ledgers = {
  own: 'My own ledger',
  of: (name: string) => `${name}’s ledger`,
  change: (shown: string) => `${shown}: change to another ledger`,
  standing: { viewer: 'you may look', auditor: 'you may look, also at its activity', editor: 'you may change it' },
  back: 'Back to my own',
  closed: 'That ledger is not shared with you. This is your own.',
}

export const asOf = {
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
}

export const period = {
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
}
