export { isLetIn, originOf, type Hosts, type Origin } from './origin.ts'
export { rejectUpgrade } from './reject-upgrade.ts'
export { requestUrl } from './request-url.ts'

/**
 * How long a server keeps an idle HTTP connection: longer than clients keep theirs (Go's 90 s is the most), so that none is closed under a
 * request.
 *
 * @example
 * import { createServer } from 'node:http'
 *
 * const server = createServer()
 * server.keepAliveTimeout = IDLE_CONNECTION_MS
 */
export const IDLE_CONNECTION_MS = 120_000
