import { eventSchemas, type EventType } from '../event.ts'
import { ERASED, personalFields } from '../personal.ts'
import type { Data } from './upcasts.ts'

/** What stands for personal text that was not asked for. */
export const SEALED = '[sealed]'

/** What the data of a type of event consists of, in today's shape. */
export type Shape = {
  /** Where the id in the stream's name belongs. */
  id: 'expenseId' | 'categoryId' | undefined
  /** What stands in the data, open or sealed. */
  fields: readonly string[]
  personal: readonly string[]
  /** What stands for the personal fields while they are sealed; of `changes` those are simply not there. */
  veil: Data
  /** What stands for them when nobody can open them any more; of `changes` where there can only have been one. */
  remains: Data
}

const shapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries(eventSchemas).map(([type, { shape }]): [string, Shape] => {
    const id = 'expenseId' in shape ? 'expenseId' : 'categoryId' in shape ? 'categoryId' : undefined
    const fields = Object.keys(shape).filter((field) => !['type', 'userId', id].includes(field))
    const personal = personalFields[type as EventType]
    const veiled = fields.includes('changes') ? [] : personal
    const veil = Object.fromEntries(veiled.map((field) => [field, SEALED]))
    return [type, { id, fields, personal, veil, remains: remainsOf(fields, personal) }]
  }),
)

function remainsOf(fields: readonly string[], personal: readonly string[]): Data {
  if (!fields.includes('changes')) return Object.fromEntries(personal.map((field) => [field, ERASED]))
  const [only] = personal
  return personal.length === 1 && only ? { changes: { [only]: { from: ERASED, to: ERASED } } } : {}
}

/** Throws if this release does not know `type`. */
export function shapeOf(type: string): Shape {
  const shape = shapes.get(type)
  if (!shape) throw new Error(`This release knows no ${type}`)
  return shape
}
