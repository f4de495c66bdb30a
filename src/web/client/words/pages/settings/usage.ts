export const profile = {
  title: 'Profile',
  text: 'Your name and e-mail address, and the currency of your ledger. Only you and admins see the address.',
  save: 'Save the profile',
}

export const formats = {
  title: 'Formats',
  text: 'How numbers and dates are written, on every browser that you sign in with.',
  automatic: (what: string) => `Automatic: ${what}`,
  locale: 'Language and region',
  dates: 'Dates',
  dateStyles: { words: 'In words', numbers: 'In numbers', iso: 'As in ISO 8601, year first' },
  firstDay: 'First day of the week',
  currency: 'Currency of new expenses',
  currencyHint: 'In your own ledger; each expense can have another',
  ownCurrency: (currency: string) => `That of your ledger: ${currency}`,
  example: 'For example',
  amounts: 'Amounts',
  moments: 'Moments',
}

export const appearance = {
  title: 'Appearance',
  text: '',
  privacyHint: 'In this browser, until you point at one: for when somebody looks over your shoulder',
}

export const keyboard = {
  title: 'Keyboard',
  text: 'Everything that a key does can also be done by pointing.',
  letters: 'Single keys are shortcuts',
  lettersHint: 'Switch it off if you speak to your computer or often press keys by mistake. Ctrl or Cmd with K stays.',
}

export const data = {
  title: 'Your data',
  text: 'All your expenses of all time as a file, or everything the ledger keeps of you.',
  csv: 'Expenses as CSV',
  json: 'Expenses as JSON',
  everything: 'Everything as JSON',
  deletedToo:
    'Expenses come without those that are deleted; everything has those too, and every change ever made. For programs:',
  docs: 'the interface, described',
}

export const about = { title: 'About', text: '', version: (version: string) => `Expense Ledger ${version}` }
