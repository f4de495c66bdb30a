import type { OpenApi } from '../shape.ts'
import { html, prose, type Html } from './html.ts'
import { operationView, type At } from './operation-view.ts'
import { schemaView } from './schema-view.ts'

/** The description as one page: no script of its own, so that it works under the strictest policy and without a network. */
export function docsPage(description: OpenApi): string {
  const { info, tags, components } = description
  const operations = operationsOf(description)
  const ofTag = (name: string) => operations.filter(({ operation }) => operation.tags.includes(name))
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: the API</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/api/docs/docs.css" />
        <script src="/theme.js"></script>
      </head>
      <body>
        <nav aria-label="Contents">${contents(tags.map(({ name }) => ({ name, operations: ofTag(name) })))}</nav>
        <main>
          <h1>${info.title}: the API</h1>
          <p>${info.summary} Version ${info.version}. <a href="/api/openapi.json">openapi.json</a></p>
          ${info.description.split('\n\n').map((paragraph) => html`<p>${prose(paragraph)}</p>`)}
          <pre>LEDGER=http://localhost:3000</pre>
          ${tags.map(
            ({ name }) =>
              html`<h2 id="${idOf(name)}">${name}</h2>
                ${ofTag(name).map((at) => operationView(description, at))}`,
          )}
          ${refusals(components)}
          <h2 id="schemas">Schemas</h2>
          ${Object.entries(components.schemas).map(([name, schema]) => schemaView(name, schema))}
        </main>
      </body>
    </html>`.source
}

function operationsOf({ paths }: OpenApi): At[] {
  return Object.entries(paths).flatMap(([path, methods]) => {
    return Object.entries(methods).map(([method, operation]) => ({ method, path, operation }))
  })
}

function contents(tags: readonly { name: string; operations: readonly At[] }[]): Html {
  return html`${tags.map(
      ({ name, operations }) =>
        html`<h2><a href="#${idOf(name)}">${name}</a></h2>
          <ul>
            ${operations.map(
              ({ operation: { operationId, summary } }) => html`<li><a href="#${operationId}">${summary}</a></li>`,
            )}
          </ul>`,
    )}
    <h2><a href="#refusals">Refusals</a></h2>
    <h2><a href="#schemas">Schemas</a></h2>`
}

function refusals({ responses }: OpenApi['components']): Html {
  return html`<h2 id="refusals">Refusals</h2>
    <p>Every refusal is a <a href="#Problem">Problem</a>, as <code>application/problem+json</code>.</p>
    <dl>
      ${Object.entries(responses).map(
        ([status, { description }]) =>
          html`<dt id="refusal-${status}"><code>${status}</code></dt>
            <dd>${prose(description)}</dd>`,
      )}
    </dl>`
}

function idOf(tag: string): string {
  return `tag-${tag.toLowerCase().replaceAll(' ', '-')}`
}
