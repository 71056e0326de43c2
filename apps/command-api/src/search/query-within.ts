/** A query that finds nothing, since it is none; `message` says why. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused'
}

/** Where a query finds kegs: of a thing group, and at a site where one is named. */
export interface Within {
  readonly group: string
  readonly siteId?: string | undefined
}

const BOUND = String.raw`(?:"[^"\\]*"|[^\s"\\()[\]{}]+)`
/** A quoted text, an escaped character, or a range: a parenthesis in it is none of the query's own. */
const CLOSED = String.raw`"(?:[^"\\]|\\.)*"|\\.|[[{]\s*${BOUND}\s+TO\s+${BOUND}\s*[\]}]`
const PART = new RegExp(String.raw`${CLOSED}|[^"\\[\]{}]`, 'gsy')

/**
 * A query of AWS IoT fleet indexing that finds what `query` does, within a group and a site alone; all that is there where it is absent or
 * blank.
 * Throws {@link QueryRefused} for one whose parentheses, quotes or ranges are not its own: it could end the parentheses that it is put in.
 *
 * @example queryWithin('connectivity.connected:false', { group: 'kegs' })  // '(connectivity.connected:false) AND thingGroupNames:"kegs"'
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/query-syntax.html
 */
export function queryWithin(query: string | undefined, { group, siteId }: Within): string {
  const within = [`thingGroupNames:"${group}"`, ...(siteId === undefined ? [] : [`attributes.siteId:"${siteId}"`])]
  if (query === undefined || query.trim() === '') return within.join(' AND ')
  const fault = faultOf(query)
  if (fault !== undefined) throw new QueryRefused(`Invalid query: ${fault}.`)
  return [`(${query})`, ...within].join(' AND ')
}

/** Stricter than AWS: what is refused here may be a query to it, but none that people write. */
function faultOf(query: string): string | undefined {
  const parts = query.match(PART) ?? []
  if (parts.join('').length < query.length)
    return 'a double quote is not closed, a range is not written [from TO to], or there is nothing after \\'
  let depth = 0
  for (const part of parts) {
    depth += part === '(' ? 1 : part === ')' ? -1 : 0
    if (depth < 0) return 'a parenthesis is closed that is not open'
  }
  return depth > 0 ? 'a parenthesis is not closed' : undefined
}
