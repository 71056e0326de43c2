import { ServiceException } from '@keg/aws-service'
import { LastingFailure } from '../actions/action.ts'

/** What an SDK's error carries beside its message. */
type ServiceError = Error & { readonly $metadata?: { readonly httpStatusCode?: number }; readonly $fault?: 'client' | 'server' }

// Some services say 400 where others say 429.
const THROTTLED = /Throttl|ThroughputExceeded|TooManyRequests|RequestLimitExceeded|BandwidthLimitExceeded|SlowDown|RequestTimeout/

/** A service's word that the request itself is wrong (nothing there, no right) stands; anything else may pass. */
export function failureOf(error: unknown): unknown {
  // Whatever was thrown; only an error of the SDK has `$metadata`, and only one of a service of this process its own status.
  if (!(error instanceof Error)) return error
  const { name, message, $metadata } = error as ServiceError
  const status = $metadata?.httpStatusCode ?? (error instanceof ServiceException ? error.statusCode : 500)
  const stands = status >= 400 && status < 500 && status !== 429 && status !== 408 && !THROTTLED.test(name)
  return stands ? new LastingFailure(`${message} (${name}, status ${status})`, { cause: error }) : error
}
