import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP } from 'node:net'

/**
 * Whose word on where a request comes from is taken: whether `address`, `hops` proxies before us, is one of ours. 0 is
 * whoever is connected to us.
 */
export type TrustProxy = (address: string, hops: number) => boolean

export const trustNobody: TrustProxy = () => false

const named = new Map([
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
])

/**
 * The proxies that a setting names: nobody where it is empty; a number of proxies, counted from us; or addresses and
 * networks (`10.0.0.0/8`, `loopback`, `linklocal`, `uniquelocal`), with commas between. Throws where it cannot be read.
 */
export function trustProxyFrom(text: string): TrustProxy {
  const words = text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')
  if (words.length === 0) return trustNobody
  if (words.length === 1 && /^\d{1,2}$/.test(words[0]!)) return (_, hops) => hops < Number(words[0])
  const list = new BlockList()
  for (const network of words.flatMap(word => named.get(word) ?? [word])) addNetwork(list, network)
  return address => list.check(address, familyOf(address))
}

function addNetwork(list: BlockList, network: string): void {
  const [address = '', bits, ...rest] = network.split('/')
  const longest = isIP(address) === 4 ? 32 : 128
  if (isIP(address) === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? '0') || Number(bits ?? 0) > longest)
    throw new Error(
      `TRUST_PROXY là số máy chủ trung gian, hoặc địa chỉ, mạng của chúng như 10.0.0.0/8; đang ghi «${network}» · ` +
        `TRUST_PROXY takes a number of proxies, or their addresses and networks such as 10.0.0.0/8; it has "${network}".`,
    )
  list.addSubnet(address, bits === undefined ? longest : Number(bits), familyOf(address))
}

/** What a request says of where it comes from: the other end of its connection, and its headers. */
export type Heard = { remote_address: string | undefined; headers: Pick<IncomingHttpHeaders, 'x-forwarded-for'> }

/**
 * Where a request comes from: the first address, seen from us, that is no proxy of ours. `X-Forwarded-For` is believed
 * only as far as it was written by those we trust; what is no address ends it. Null where nobody knows (a socket of the
 * file system).
 */
export function clientAddress({ remote_address, headers }: Heard, is_trusted: TrustProxy): string | null {
  const said = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .reverse()
    .map(addressIn)
  let client = addressIn(remote_address)
  for (let hops = 0; client !== null && is_trusted(client, hops) && said[hops]; hops++) client = said[hops]!
  return client
}

/** One address, as some proxies write it too: with a port, in brackets, an IPv4 within IPv6. */
function addressIn(text: string | undefined): string | null {
  const bare =
    text
      ?.trim()
      .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
      .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
      .replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  return isIP(bare) === 0 ? null : bare.replace(/%.*$/, '')
}

/**
 * The network that one client has at hand: an IPv4 address, or the 64 bits of IPv6 that are given to a household.
 * Counts of a client go by it.
 */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.toLowerCase().split('::') as [string, string | undefined]
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...gap, ...after].slice(0, 4)
  return `${groups.map(group => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}
