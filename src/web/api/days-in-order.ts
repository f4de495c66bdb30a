type Span = { from?: string | undefined; to?: string | undefined }

/** A span of which both days are named ends on the day on which it begins, or later. */
export const isInOrder = ({ from, to }: Span) => from === undefined || to === undefined || from <= to
export const inOrder = { error: 'Expected a date that is not before from', path: ['to'] }
