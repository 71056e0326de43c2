/** What a route's handler may touch; the stack grants it that and no more. */
export type Grant = 'readStore' | 'readPresence' | 'readShadow' | 'writeShadow' | 'readRegistry' | 'signTickets' | 'replay' | 'endSwaps'

/** One route of the HTTP API: its handler is `apps/command-api/src/handlers/{handler}.ts`. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly path: `/${string}`
  readonly handler: string
  readonly grants: readonly Grant[]
}

/** The map of the HTTP API. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/kegs', handler: 'list-kegs', grants: ['readStore'] },
  { method: 'GET', path: '/kegs/{kegId}', handler: 'get-keg', grants: ['readStore', 'readPresence', 'readShadow', 'readRegistry'] },
  { method: 'GET', path: '/kegs/{kegId}/pours', handler: 'list-pours', grants: ['readStore'] },
  { method: 'PUT', path: '/kegs/{kegId}/settings', handler: 'put-settings', grants: ['writeShadow', 'readRegistry'] },
  { method: 'GET', path: '/quarantine', handler: 'list-quarantine', grants: ['readStore'] },
  { method: 'GET', path: '/quarantine/count', handler: 'count-quarantine', grants: ['readStore'] },
  { method: 'GET', path: '/quarantine/{entryId}', handler: 'get-quarantined', grants: ['readStore'] },
  { method: 'POST', path: '/quarantine/{entryId}/replay', handler: 'replay-quarantined', grants: ['readStore', 'replay'] },
  { method: 'GET', path: '/swaps/{kegId}', handler: 'get-swap', grants: ['readStore'] },
  { method: 'POST', path: '/swaps/{kegId}/delivered', handler: 'deliver-swap', grants: ['readStore', 'endSwaps'] },
  { method: 'POST', path: '/swaps/{kegId}/failed', handler: 'fail-swap', grants: ['readStore', 'endSwaps'] },
  { method: 'GET', path: '/alerts', handler: 'list-alerts', grants: ['readStore'] },
  { method: 'POST', path: '/live', handler: 'post-live', grants: ['signTickets'] },
]
