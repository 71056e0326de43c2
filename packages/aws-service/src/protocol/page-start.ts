import { ServiceException } from '../service-exception.ts'

/** Where the page begins that a token of ours asks for; the first page without one. Throws `ServiceException` with this name for any other token. */
export function pageStart(token: unknown, errorName: string): number {
  if (token === undefined || token === null) return 0
  if (typeof token === 'string' && /^\d{1,15}$/.test(token)) return Number(token)
  throw new ServiceException(errorName, 400, 'The NextToken is none that was given out here.')
}
