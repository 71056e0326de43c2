import { BlockList, isIP } from 'node:net'

/**
 * Whether `address` lies in `range`, an IPv4 or IPv6 address or CIDR block. An IPv4-mapped IPv6 address counts as IPv4.
 * Text that is no address or range matches nothing.
 *
 * @example isInRange('10.1.2.3', '10.0.0.0/8')  // true
 */
export const isInRange = (address: string, range: string): boolean => inRanges([range])(address)

/**
 * Whether addresses lie in any of the ranges, as {@link isInRange}: made once for many addresses.
 *
 * @example ['10.1.2.3', '11.1.2.3'].filter(inRanges(['10.0.0.0/8', 'fd00::/8']))  // ['10.1.2.3']
 */
export function inRanges(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const range of ranges) {
    const block = readRange(range)
    if (block !== undefined) list.addSubnet(block.network, block.length, nameOf(block.family))
  }
  return (address) => {
    const single = withoutMapping(address)
    const family = isIP(single)
    return (family === 4 || family === 6) && list.check(single, nameOf(family))
  }
}

/**
 * Whether a text is an IPv4 or IPv6 address or CIDR block.
 *
 * @example isRange('10.0.0.0/33')  // false
 */
export const isRange = (text: string): boolean => readRange(text) !== undefined

/** A range's network, and how many of its bits count. */
function readRange(range: string): { readonly network: string; readonly length: number; readonly family: 4 | 6 } | undefined {
  const [text = '', prefix, ...more] = range.split('/')
  const network = withoutMapping(text)
  const family = isIP(network)
  if ((family !== 4 && family !== 6) || more.length > 0) return undefined
  const bits = family === 4 ? 32 : 128
  if (prefix === undefined) return { network, length: bits, family }
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits ? { network, length: Number(prefix), family } : undefined
}

const nameOf = (family: 4 | 6) => `ipv${family}` as const

const withoutMapping = (text: string): string => text.replace(/^::ffff:(?=\d+\.)/i, '')
