/** What whoever runs the ledger has to look for. */
const inTheLog = (requestId: string | undefined) => (requestId === undefined ? '' : ` Its log calls this ${requestId}.`)

export const errors = {
  summary: (count: number) => (count === 1 ? 'One thing is not right yet:' : `${count} things are not right yet:`),
  signedOut: 'Your session had ended before this was saved. Save it again.',
  unreachable: 'The ledger could not be reached, so it may not be saved. Try again: it is never saved twice.',
  unexpected: 'Something went wrong in this page. Reload it and look whether the change is there.',
  tooMany: (seconds: number) => `Too many attempts. Try again in ${seconds} seconds.`,
  failed: (status: number, requestId?: string) =>
    `The ledger failed at this (${status}), so it may not be saved. Try again: it is never saved twice.${inTheLog(requestId)}`,
  /** Why something that was to be shown is not: there was nothing to save. */
  unread: {
    signedOut: 'Your session has ended. Sign in to see it.',
    unreachable: 'The ledger cannot be reached just now.',
    unexpected: 'Something went wrong in this page. Reload it.',
    failed: (status: number, requestId?: string) =>
      `The ledger could not read this just now (${status}). Try again in a moment.${inTheLog(requestId)}`,
    gone: 'This could not be read just now.',
  },
}
