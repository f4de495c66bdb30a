import type { At } from './operation-view.ts'

/** How to try a route in a shell, with its examples. */
export function curl({ method, path, operation: { parameters, requestBody, security } }: At): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const filled = inPath.reduce(
    (url, { name, example }) => url.replace(`{${name}}`, String(example ?? `$${name}`)),
    path,
  )
  const verb = method === 'get' ? '' : ` -X ${method.toUpperCase()}`
  const body = requestBody?.content['application/json']?.example
  const lines = [
    `curl${verb} "$LEDGER${filled}"`,
    ...(security?.length === 0 ? [] : ["-H 'Authorization: Bearer …'"]),
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body)}'`]),
  ]
  return lines.join(' \\\n  ')
}
