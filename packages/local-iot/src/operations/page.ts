import { invalidRequest } from './service-exception.ts'

/** One page of a list in the order of its keys; the token holds the last key shown. */
export function page<Item>(
  all: Iterable<Item>,
  key: (item: Item) => string,
  token: string | undefined,
  size: number,
): { items: Item[]; nextToken: string | undefined } {
  const after = token === undefined ? '' : decode(token)
  const rest = [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1)).filter((item) => token === undefined || key(item) > after)
  const items = rest.slice(0, size)
  const last = items.at(-1)
  return { items, nextToken: rest.length > items.length && last !== undefined ? encode(key(last)) : undefined }
}

const encode = (text: string) => Buffer.from(`k:${text}`).toString('base64url')

function decode(token: string): string {
  const text = Buffer.from(token, 'base64url').toString()
  if (!text.startsWith('k:')) throw invalidRequest('Invalid nextToken')
  return text.slice(2)
}
