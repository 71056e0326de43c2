/** A block of addresses, or a single one: all of its bits. */
interface Block {
  readonly version: 4 | 6
  readonly address: bigint
  readonly prefixBits: number
}

/** Whether an IPv4 or IPv6 address is in a block as `10.0.0.0/24`; what is no address is in none. */
export function isInCidr(cidr: string, address: string): boolean {
  const [block, single] = [parseCidr(cidr), parseAddress(address)]
  if (block === undefined || single === undefined || block.version !== single.version) return false
  const hostBits = BigInt((block.version === 4 ? 32 : 128) - block.prefixBits)
  return block.address >> hostBits === single.address >> hostBits
}

/** `undefined` for what is no block. */
export function parseCidr(text: string): Block | undefined {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? []
  const block = parseAddress(address)
  return block !== undefined && Number(bits) <= block.prefixBits ? { ...block, prefixBits: Number(bits) } : undefined
}

function parseAddress(text: string): Block | undefined {
  const [version, digits, width, radix] = text.includes(':') ? [6, hexGroups(text), 16, 16] as const : [4, text.split('.'), 8, 10] as const
  const count = version === 4 ? 4 : 8
  const form = version === 4 ? /^\d{1,3}$/ : /^[\da-f]{1,4}$/i
  if (digits.length !== count || !digits.every((digit) => form.test(digit) && parseInt(digit, radix) < 2 ** width)) return undefined
  const address = digits.reduce((sum, digit) => (sum << BigInt(width)) + BigInt(parseInt(digit, radix)), 0n)
  return { version, address, prefixBits: count * width }
}

/** With the zeros that `::` stands for. */
function hexGroups(text: string): string[] {
  const [head = '', tail, ...more] = text.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  if (more.length > 0) return []
  if (tail === undefined) return groups(head)
  const zeros = Math.max(0, 8 - groups(head).length - groups(tail).length)
  return [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...groups(tail)]
}
