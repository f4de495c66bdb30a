import type { Answered, OpenApi, Operation, Schema } from '../shape.ts'
import { curl } from './curl.ts'
import { html, prose, type Html } from './html.ts'
import { example, fieldList, fieldsOf } from './schema-view.ts'
import { nameIn, typeOf } from './type-of.ts'

export type At = { method: string; path: string; operation: Operation }

/** One route: what it takes, what it answers, why it may refuse, and how to try it. */
export function operationView({ components }: OpenApi, at: At): Html {
  const { method, path, operation } = at
  const { summary, description, parameters, responses } = operation
  const body = bodyOf(operation, components.schemas)
  const where = { path: 'in the path', query: 'in the query', header: 'header' }
  const taken = parameters.map((parameter) => ({ ...parameter, where: where[parameter.in] }))
  return html`<article id="${operation.operationId}">
    <h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
    <p>${summary}. ${prose(description)}</p>
    ${fieldList([...taken, ...(body ? fieldsOf(body, 'in the body') : [])])}
    ${Object.entries(responses).map(([status, answer]) => ('$ref' in answer ? html`` : answerView(status, answer)))}
    <p class="refusals">
      ${Object.entries(responses).map(([status, answer]) =>
        '$ref' in answer ? html`<a href="#refusal-${status}">${status}</a> ` : html``,
      )}
    </p>
    <pre>${curl(at)}</pre>
  </article>`
}

function bodyOf({ requestBody }: Operation, schemas: Record<string, Schema>): Schema | undefined {
  const ref = requestBody?.content['application/json']?.schema.$ref
  return ref === undefined ? undefined : schemas[nameIn(ref)]
}

function answerView(status: string, { headers = {}, content = {} }: Answered): Html {
  const contents = Object.entries(content)
  return html`<p>
      <strong>${status}</strong>
      ${contents.map(([type, { schema }]) => html`${whatIs(type, schema)} `)}
      ${Object.keys(headers).map((name) => html`<code>${name}</code> `)}
    </p>
    ${contents.map(
      ([, { example: value }]) =>
        html`<details>
          <summary>Example</summary>
          ${typeof value === 'string' ? html`<pre>${value}</pre>` : example(value)}
        </details>`,
    )}`
}

function whatIs(type: string, { $ref, contentSchema }: Schema): Html {
  if ($ref) return typeOf({ $ref })
  return contentSchema ? html`${type} of ${typeOf(contentSchema)}` : html`${type}`
}
