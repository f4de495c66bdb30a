import { connect, type Socket } from 'node:net'

/** A database on several hosts: `mysql://user:password@one:3306/ledger?hosts=two:3306,three:3306`. */
const OTHERS = 'hosts'

/** Which of its hosts connections of this process are made to, by the address. All to the same one, until it does not answer. */
const chosen = new Map<string, number>()

/** What the driver is to be told beside the address, which it gets without our parameter. */
export function hostsOf(url: string): { uri: string; stream?: () => Socket } {
  const address = new URL(url)
  const others = address.searchParams.get(OTHERS)
  if (others === null) return { uri: url }
  address.searchParams.delete(OTHERS)
  const hosts = [address.host, ...others.split(',')]
  return { uri: address.href, stream: () => open(hosts) }
}

function open(hosts: readonly string[]): Socket {
  const key = hosts.join()
  const index = chosenOf(key)
  const { hostname, port } = new URL(`mysql://${hosts[index]}`)
  const socket = connect(Number(port || 3306), hostname)
  socket.setNoDelay(true)
  socket.setKeepAlive(true)
  // The server speaks first: one that has not said a word is not there, or does not come to it. Whoever tries again goes elsewhere.
  socket.once('close', () => {
    if (socket.bytesRead === 0 && chosenOf(key) === index) chosen.set(key, (index + 1) % hosts.length)
  })
  return socket
}

function chosenOf(key: string): number {
  return chosen.get(key) ?? 0
}
