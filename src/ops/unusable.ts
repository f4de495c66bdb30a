/**
 * Something the person who runs the ledger has to put right: a port that is taken, a folder that cannot be written. The message is
 * all they need, on one line; whoever catches it at the door prints it without a stack trace and exits with 1.
 */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
