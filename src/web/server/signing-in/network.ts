import { isIP, isIPv6 } from 'node:net'
import type { Request } from 'express'

/** Of a request whose sender a proxy names otherwise than by an address. */
const UNKNOWN = 'unknown'

/** Where a request came from, as far as `TRUST_PROXY` lets one believe it; an IPv4 address as such however the socket has it. */
export function addressOf({ ip = '' }: Pick<Request, 'ip'>): string {
  const [address = ''] = ip.split('%')
  return isIP(address) === 0 ? UNKNOWN : (mappedIn(address) ?? address)
}

/**
 * What of `address` one household or one machine has, and cannot change as it likes: all of IPv4, and of IPv6 the first 64 bits,
 * since the rest are for whoever is there to choose.
 */
export function networkOf(address: string): string {
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address
}

/** `::ffff:192.0.2.1` is 192.0.2.1. */
function mappedIn(address: string): string | undefined {
  if (!isIPv6(address)) return undefined
  const groups = groupsOf(address)
  if (groups.slice(0, 6).join() !== '0,0,0,0,0,ffff') return undefined
  return groups
    .slice(6)
    .flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff])
    .join('.')
}

/** Eight groups of hexadecimal digits, without leading noughts. */
function groupsOf(address: string): string[] {
  // What a URL makes of it is in lower case, and has an IPv4 address in it as two groups.
  const { hostname } = new URL(`http://[${address}]`)
  const [first = [], last = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((side) => side.split(':').filter(Boolean))
  return [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last]
}
