export const session = {
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
}
