/** What is planted into a run, to see that the checker finds it. `none` is the plain store as it should be. */
export type Flaw =
  | 'none'
  | 'position taken early'
  | 'version checked by reading'
  | 'clock goes backwards'
  | 'answered before commit'
  | 'sent again under a new id'
  | 'follower skips'
