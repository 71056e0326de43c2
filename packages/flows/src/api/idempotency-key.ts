import * as z from 'zod'

/**
 * The header `Idempotency-Key`: requests to a route with the same key are one request, which is done once. Absent = a request of its own.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
 */
export const idempotencyKey = z.object({
  'idempotency-key': z.string().regex(/^[\x21-\x7e]{1,128}$/, 'expected 1 to 128 visible characters of ASCII').exactOptional(),
})

/** How the partition keys begin under which the hot store's table keeps requests that were done: handlers may write nothing else of it. */
export const KEPT_REQUESTS = 'job#request '
