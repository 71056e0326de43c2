import { pageStart } from '@keg/aws-service'

const MAX_ITEMS = 60

/** A page of a list, and the token of the next one; the token is the index at which it begins. */
export function page<T>(items: readonly T[], limit: unknown, token: string | undefined): { items: T[]; next?: string } {
  const start = pageStart(token, 'InvalidParameterException')
  const end = start + Math.min(typeof limit === 'number' && limit > 0 ? limit : MAX_ITEMS, MAX_ITEMS)
  return { items: items.slice(start, end), ...(end < items.length ? { next: String(end) } : {}) }
}
