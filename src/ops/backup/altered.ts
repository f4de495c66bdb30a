/** A file is not as it was written, in words: cut short, changed, or never whole. Nothing of it is kept. */
export class Altered extends Error {
  override readonly name = 'Altered'
}
