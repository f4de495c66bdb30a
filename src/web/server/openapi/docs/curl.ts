import type { At } from './operation-view.ts'

/** How to try a route in a shell, with its examples. */
export function curl({ method, path, operation: { parameters, requestBody, security } }: At): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const filled = inPath.reduce(
    (url, { name, example }) => url.replace(`{${name}}`, String(example ?? `$${name}`)),
    path,
  )
  const verb = method === 'get' ? '' : ` -X ${method.toUpperCase()}`
  const [type = '', taken] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const lines = [
    `curl${verb} "$LEDGER${filled}"`,
    ...(security?.length === 0 ? [] : ["-H 'Authorization: Bearer …'"]),
    ...(taken === undefined ? [] : [`-H 'Content-Type: ${type}'`, dataOf(taken.example)]),
  ]
  return lines.join(' \\\n  ')
}

/** A text is a file, taken as it is. */
function dataOf(example: unknown): string {
  return typeof example === 'string' ? '--data-binary @expenses.csv' : `-d '${JSON.stringify(example)}'`
}
