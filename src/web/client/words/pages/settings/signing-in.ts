export const password = {
  title: 'Password',
  text: 'A new one ends all your other sessions and all your API tokens.',
  new: 'New password',
  change: 'Change the password',
  changed: 'Your password is changed; your other sessions and your tokens have ended',
}

export const sessions = {
  title: 'Sessions',
  text: 'Where you are signed in. What the ledger knows of each is when; if one is not yours, end it and change your password.',
  here: 'This browser',
  elsewhere: 'Another browser',
  current: 'Now',
  since: (moment: string) => `Signed in ${moment}`,
  seen: (moment: string) => `last seen ${moment}`,
  until: (day: string) => `ends ${day} if it is not used`,
  end: 'End',
  endNamed: (since: string) => `End the session of ${since}`,
  ended: 'The session has ended',
}
