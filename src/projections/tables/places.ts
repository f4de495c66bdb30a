/**
 * Where a table of a projection stands: the one that is read, the one that is built to replace it, and the one that was
 * replaced. Each has its checkpoint in a table beside it, and goes nowhere without it.
 */
export type Place = '' | '_next' | '_old'

export function tableAt(place: Place, name: string): string {
  return `${name}${place}`
}

export function checkpointAt(place: Place, name: string): string {
  return `${name}_checkpoint${place}`
}

/** All that there may ever be of `name`. */
export function tableNamesOf(name: string): string[] {
  const places: Place[] = ['', '_next', '_old']
  return places.flatMap((place) => [tableAt(place, name), checkpointAt(place, name)])
}
