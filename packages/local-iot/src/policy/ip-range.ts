/** Whether `address` lies in `range`, an address or CIDR block of IPv4 or IPv6; an IPv4-mapped IPv6 address counts as IPv4. */
export function isInRange(address: string, range: string): boolean {
  const [network = '', prefixText] = range.split('/')
  const left = parseAddress(address)
  const right = parseAddress(network)
  if (left === undefined || right === undefined || left.bits !== right.bits) return false
  const prefix = prefixText === undefined ? left.bits : Number(prefixText)
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > left.bits) return false
  const shift = BigInt(left.bits - prefix)
  return left.value >> shift === right.value >> shift
}

function parseAddress(text: string): { bits: 32 | 128; value: bigint } | undefined {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!address.includes(':')) {
    const bytes = address.split('.').map(Number)
    if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return undefined
    return { bits: 32, value: fold(bytes, 8n) }
  }
  const [head = '', tail] = address.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const left = groups(head)
  const right = tail === undefined ? [] : groups(tail)
  const all = tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => 0), ...right]
  if (all.length !== 8 || all.some((group) => Number.isNaN(group) || group > 0xffff)) return undefined
  return { bits: 128, value: fold(all, 16n) }
}

const fold = (parts: readonly number[], width: bigint) => parts.reduce((value, part) => (value << width) | BigInt(part), 0n)
