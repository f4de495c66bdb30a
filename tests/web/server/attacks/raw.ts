import { connect } from 'node:net'

/** What came back to bytes that no client would send: no address is made neat, no header checked. */
export type Raw = { status: number; headers: string; body: string; all: string }

/** Sends `bytes` as they are and waits for the end of the connection, which may be cut. */
export async function sendRaw(address: string, bytes: string | Buffer): Promise<Raw> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  let all = ''
  try {
    for await (const chunk of socket) all += String(chunk)
  } catch {
    // A connection that is cut ends as well.
  }
  const [headers = '', body = ''] = all.split(/\r\n\r\n(.*)/s)
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1]), headers, body, all }
}

/** A request with this first line, and no more than it needs. */
export function asking(line: string, ...headers: string[]): string {
  return [`${line} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close', ...headers, '', ''].join('\r\n')
}
