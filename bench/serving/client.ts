import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'

export type Answer = { status: number; position: string; cookie: string; body: unknown }
export type Client = ReturnType<typeof openClient>

/** A lean client on connections that are kept; whatever is not answered with success rejects. */
export function openClient(origin: string, cookie = '') {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })

  async function ask(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const asked = request(`${origin}${path}`, { method, agent, headers: { ...headers, ...(cookie && { cookie }) } })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const { statusCode: status = 0, headers: given } = answer
      text(answer).then((said) => {
        if (status >= 300) return reject(new Error(`${method} ${path}: ${status} ${said}`))
        const [cookie = ''] = given['set-cookie']?.[0]?.split(';') ?? []
        resolve({ status, cookie, position: String(given['ledger-position'] ?? ''), body: JSON.parse(said) })
      }, reject)
    })
    asked.end(body)
    return promise
  }

  return {
    get: (path: string, headers: Record<string, string> = {}) => ask('GET', path, headers),
    post(path: string, body: object) {
      const sent = JSON.stringify(body)
      return ask(
        'POST',
        path,
        { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)) },
        sent,
      )
    },
    /** Lets the connections go, which the ledger would close after some idle seconds; the next request opens new ones. */
    close: () => agent.destroy(),
  }
}
