export const frame = {
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
}

export const privacy = { label: 'Blur figures', hide: 'Blur all figures', show: 'Show all figures again' }

export const theme = {
  label: 'Appearance',
  system: 'Automatic',
  light: 'Light',
  dark: 'Dark',
  is: (name: string) => `Appearance: ${name}`,
  hint: 'appearance, change',
}

export const notFound = { title: 'Not here', text: 'There is no page at this address.', back: 'To the expenses' }
