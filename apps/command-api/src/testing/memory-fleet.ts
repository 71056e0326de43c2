import { StoreError, type GatewayLog } from '@keg/store'
import type { KegRevocations, KegViolations, ThingGroups } from '../ports.ts'

/** A violation of `k-1`, on the one page that there is. */
export const memoryViolations: KegViolations = {
  active: async ({ cursor }) => {
    refuse(cursor)
    return {
      items: [{
        violationId: 'v-1', thingName: 'k-1', profile: 'kegs', behavior: 'few-refusals', metric: 'aws:num-authorization-failures',
        value: { count: 12 }, startedAtMs: 1, lastAtMs: 2, verificationState: 'UNKNOWN',
      }],
    }
  },
}

/** A dynamic group, on the one page that there is. */
export const memoryGroups: ThingGroups = {
  names: async ({ cursor }) => {
    refuse(cursor)
    return { items: ['kegs', 'connected'] }
  },
  dynamic: async (groupName) =>
    (groupName === 'connected' ? { groupName, query: 'connectivity.connected:true', status: 'ACTIVE', kegs: 1 } : undefined),
}

function refuse(cursor: string | undefined): void {
  if (cursor !== undefined) throw new StoreError('BAD_CURSOR', 'there is no other page')
}

/** A keg `k-1` with a certificate, which is on the allow list and connected. */
export const memoryRevocations: KegRevocations = {
  isKeg: async (thingName) => thingName === 'k-1',
  block: async (kegId) => kegId === 'k-1',
  certificatesOf: async (kegId) => (kegId === 'k-1' ? ['ab'] : undefined),
  revoke: async () => undefined,
  disconnect: async (kegId) => kegId === 'k-1',
}

/** A gateway at Berlin that has told of itself, on the one page that there is. */
export const memoryGateways: GatewayLog = {
  reports: async ({ cursor }, siteId = 'berlin') => {
    refuse(cursor)
    return {
      items: siteId === 'berlin'
        ? [{ siteId, gatewayId: 'gw-1', receivedAtMs: 9, takenAtMs: 8, backlog: { messages: 0, bytes: 0, maxBytes: 1_000 }, dropped: [] }]
        : [],
    }
  },
}
