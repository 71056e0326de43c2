import { ServiceException } from '../service-exception.ts'

/**
 * The index at which the page of a token begins; 0 without a token.
 * Throws `ServiceException` with the name `errorName` for a token that can't be one of ours.
 */
export function pageStart(token: unknown, errorName: string): number {
  if (token === undefined || token === null) return 0
  if (typeof token === 'string' && /^\d{1,15}$/.test(token)) return Number(token)
  throw new ServiceException(errorName, 400, 'The NextToken is none that was given out here.')
}
