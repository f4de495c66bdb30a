import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Whether nobody but this very machine can be at `address`, or reach it. A name is no address. */
export function isLoopback(address: string): boolean {
  const family = isIP(address)
  return family > 0 && loopback.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
