import { BlockList, isIP } from 'node:net'

/**
 * Whether `address` lies in `range`, an IPv4 or IPv6 address or CIDR block. An IPv4-mapped IPv6 address counts as IPv4.
 * Text that is no address or range matches nothing.
 */
export function isInRange(address: string, range: string): boolean {
  const [network = '', prefix, ...more] = range.split('/')
  const [left, right] = [withoutMapping(address), withoutMapping(network)]
  const family = isIP(left)
  if (family === 0 || family !== isIP(right) || more.length > 0) return false
  const bits = family === 4 ? 32 : 128
  const length = prefix === undefined ? bits : Number(prefix)
  if (prefix === '' || !Number.isInteger(length) || length < 0 || length > bits) return false
  const list = new BlockList()
  list.addSubnet(right, length, `ipv${family === 4 ? 4 : 6}`)
  return list.check(left, `ipv${family === 4 ? 4 : 6}`)
}

const withoutMapping = (text: string): string => text.replace(/^::ffff:(?=\d+\.)/i, '')
