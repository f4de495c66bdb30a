import { connect, type Socket } from 'node:net'

/** A database on several hosts: `mysql://user:password@one:3306/ledger?hosts=two:3306,three:3306`. */
const OTHERS = 'hosts'

/** Milliseconds after which somebody who has not said a word is left for another host: shorter than where there is no other. */
const PATIENCE = 3_000

/** To which of its hosts connections of this process are made, and those that there are to it. */
type Choice = { index: number; sockets: Set<Socket> }

/** By the address. All connections go to the same host, until it does not answer. */
const choices = new Map<string, Choice>()

/** What the driver is to be told beside the address, which it gets without our parameter. */
export function hostsOf(url: string): { uri: string; stream?: () => Socket; connectTimeout?: number } {
  const address = new URL(url)
  const others = address.searchParams.get(OTHERS)
  if (others === null) return { uri: url }
  address.searchParams.delete(OTHERS)
  const hosts = [address.host, ...others.split(',')]
  return { uri: address.href, stream: () => open(hosts), connectTimeout: PATIENCE }
}

function open(hosts: readonly string[]): Socket {
  const choice = choiceOf(hosts.join())
  const { index, sockets } = choice
  const { hostname, port } = new URL(`mysql://${hosts[index]}`)
  const socket = connect(Number(port || 3306), hostname)
  socket.setNoDelay(true)
  socket.setKeepAlive(true)
  sockets.add(socket)
  socket.once('close', () => {
    sockets.delete(socket)
    // The server speaks first: one that has not said a word is not there, or does not come to it. Whoever tries again goes elsewhere.
    if (socket.bytesRead === 0 && choice.index === index) leave(choice, hosts.length)
  })
  return socket
}

/** Whoever still waits for something on a connection to that host would do so in vain: it may be frozen, or cut off. */
function leave(choice: Choice, count: number): void {
  const { index, sockets } = choice
  Object.assign(choice, { index: (index + 1) % count, sockets: new Set<Socket>() })
  for (const socket of sockets) socket.destroy(Object.assign(new Error('The host is left'), { code: 'ECONNRESET' }))
}

function choiceOf(key: string): Choice {
  const known = choices.get(key)
  if (known) return known
  const choice = { index: 0, sockets: new Set<Socket>() }
  choices.set(key, choice)
  return choice
}
