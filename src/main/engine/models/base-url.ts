import { BlockList, isIPv6 } from 'node:net'
import { EngineError } from '../errors.ts'

/**
 * The address of a model endpoint, checked: https, or http to this machine, or http to a private
 * network once the user has confirmed that. Link-local and metadata addresses are refused always.
 *
 * @throws EngineError `invalid_input`, with the reason
 */
export function parseBaseUrl(text: string, { allowPrivateNetwork = false } = {}): URL {
  const url = URL.parse(text.trim())
  if (!url) throw refuse(text, 'is not a web address such as https://api.example.com/v1')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refuse(text, 'is not https or http')
  if (url.username || url.password) {
    throw refuse(
      `${url.protocol}//…@${url.host}`,
      'carries a user name or password: store a key instead',
    )
  }
  if (url.search || url.hash) throw refuse(text, 'must end with its path, without ? or #')
  const place = placeOf(url.hostname)
  if (place === 'never') throw refuse(text, 'is a link-local or metadata address')
  if (url.protocol === 'https:' || place === 'loopback') return url
  if (place !== 'private') {
    throw refuse(
      text,
      'sends keys and prompts in the clear: use https, or the IP address of a machine in your network',
    )
  }
  if (allowPrivateNetwork) return url
  throw refuse(
    text,
    'is http to another machine of your network: confirm that with allowPrivateNetwork',
  )
}

type Place = 'never' | 'loopback' | 'private' | 'elsewhere'

function placeOf(hostname: string): Place {
  // A trailing dot names the same host.
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (metadataHosts.has(host)) return 'never'
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  const address = isIPv6(host) ? (mappedIPv4(host) ?? host) : host
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (never.check(address, family)) return 'never'
  if (loopback.check(address, family)) return 'loopback'
  return privateRanges.check(address, family) ? 'private' : 'elsewhere'
}

/** ::ffff:7f00:1 → 127.0.0.1. The URL parser has written the address in this form. */
function mappedIPv4(address: string): string | undefined {
  const found = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address)
  if (!found) return undefined
  const [high, low] = [parseInt(found[1]!, 16), parseInt(found[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function listOf(...ranges: readonly (readonly [address: string, prefix: number])[]): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of ranges) {
    list.addSubnet(address, prefix, isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return list
}

const loopback = listOf(['127.0.0.0', 8], ['::1', 128])
/** RFC 1918, RFC 6598 (shared, as VPNs use it) and RFC 4193. */
const privateRanges = listOf(
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['fc00::', 7],
)
/** Link-local, unspecified, multicast, and where clouds serve credentials to whoever asks. */
const never = listOf(
  ['169.254.0.0', 16],
  ['fe80::', 10],
  ['0.0.0.0', 8],
  ['::', 128],
  ['224.0.0.0', 4],
  ['ff00::', 8],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
  ['fd00:ec2::254', 128],
)
const metadataHosts: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'instance-data',
  'instance-data.ec2.internal',
])

function refuse(address: string, reason: string): EngineError {
  return new EngineError('invalid_input', `The model address ${address} ${reason}`)
}
