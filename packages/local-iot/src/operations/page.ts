import { invalidRequest } from '../errors/service-exception.ts'

/** One page of a list in the order of its keys, or the opposite one; the token holds the last key shown. */
export function page<Item>(
  all: Iterable<Item>,
  key: (item: Item) => string,
  token: string | undefined,
  size: number,
  descending = false,
): { items: Item[]; nextToken: string | undefined } {
  const after = token === undefined ? undefined : keyOfToken(token)
  const before = (a: string, b: string) => (descending ? a > b : a < b)
  const rest = [...all].filter((item) => after === undefined || before(after, key(item))).sort((a, b) => (before(key(a), key(b)) ? -1 : 1))
  const items = rest.slice(0, size)
  const last = items.at(-1)
  return { items, nextToken: rest.length > items.length && last !== undefined ? tokenOfKey(key(last)) : undefined }
}

/** The key of something listed in the order of its making. */
export const byCreation = ({ createdAtMs }: { readonly createdAtMs: number }, name: string) =>
  `${String(createdAtMs).padStart(16, '0')} ${name}`

// Markers have base64's letters in the service model, tokens may.
export const tokenOfKey = (text: string): string => Buffer.from(`k:${text}`).toString('base64')

/** The key that a token holds. Throws for what is no token. */
export function keyOfToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString()
  if (!text.startsWith('k:')) throw invalidRequest('Invalid nextToken')
  return text.slice(2)
}
