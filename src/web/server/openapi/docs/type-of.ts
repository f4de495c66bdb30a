import type { Schema } from '../shape.ts'
import { html, type Html } from './html.ts'

/** A choice of more than these is told where its schema is. */
const MOST_CHOICES = 12

/** What a value may be, in a few words and links. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) return linkTo(schema.$ref)
  if (schema.enum) return choices(schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return join(either.map(typeOf), ' or ')
  if (schema.type === 'array') return html`list of ${typeOf(schema.items ?? {})}`
  return html`${[schema.type ?? 'anything'].flat().join(' or ').replaceAll('string', 'text')}${limits(schema)}`
}

export function nameIn(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

function linkTo(ref: string): Html {
  return html`<a href="#${nameIn(ref)}">${nameIn(ref)}</a>`
}

function choices(values: readonly unknown[]): Html {
  if (values.length > MOST_CHOICES) return html`one of ${values.length}`
  return join(
    values.map((value) => html`<code>${JSON.stringify(value)}</code>`),
    ' or ',
  )
}

function limits({ format, minimum, maximum, minLength, maxLength, maxItems }: Schema): string {
  const said = [
    format,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
    minLength !== undefined && minLength > 1 && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems}`,
  ]
  const words = said.filter((word) => typeof word === 'string')
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

function join(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`
}
