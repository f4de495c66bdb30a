import type { Schema } from '../shape.ts'
import { html, prose, type Html } from './html.ts'
import { typeOf } from './type-of.ts'

type Field = { name: string; where?: string; required?: boolean; description?: string | undefined; schema: Schema }

/** Names, what each may be and what it means. */
export function fieldList(fields: readonly Field[]): Html {
  if (fields.length === 0) return html``
  return html`<dl>
    ${fields.map(
      ({ name, where, required, description, schema }) =>
        html`<dt>
            <code>${name}</code> <span class="type">${typeOf(schema)}</span>
            ${where === undefined ? html`` : html`<span class="where">${where}</span>`}
            ${required ? html`<span class="where">required</span>` : html``}
          </dt>
          <dd>${prose(description)}</dd>`,
    )}
  </dl>`
}

/** The fields of an object, and after each that is an object of its own, or a list of such, its fields: `items[].id`. */
export function fieldsOf({ properties = {}, required = [] }: Schema, where?: string, before = ''): Field[] {
  return Object.entries(properties).flatMap(([field, schema]) => {
    const name = before + field
    const inside = schema.items ? fieldsOf(schema.items, where, `${name}[].`) : fieldsOf(schema, where, `${name}.`)
    const { description } = schema
    return [{ name, ...(where && { where }), required: required.includes(field), description, schema }, ...inside]
  })
}

export function example(value: unknown): Html {
  return value === undefined ? html`` : html`<pre>${JSON.stringify(value, null, 2)}</pre>`
}

/** One schema by its name. */
export function schemaView(name: string, schema: Schema): Html {
  const { enum: choices = [], ...rest } = schema
  const fields = fieldsOf(rest)
  return html`<article id="${name}">
    <h3>${name}</h3>
    ${schema.description ? html`<p>${prose(schema.description)}</p>` : html``}
    ${fields.length > 0 ? fieldList(fields) : html`<p class="type">${typeOf(rest)}</p>`}
    ${choices.length > 0 ? html`<p class="choices">${choices.join(' ')}</p>` : html``}
    ${
      schema.examples
        ? html`<details>
            <summary>Example</summary>
            ${example(schema.examples[0])}
          </details>`
        : html``
    }
  </article>`
}
