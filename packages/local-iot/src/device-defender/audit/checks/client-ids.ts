import type { AuditCheck } from './audit-check.ts'

/** Looks at who was put off the line by another one of its client id: audit-chk-conflicting-client-ids.html */
export const conflictingClientIds: AuditCheck = {
  severity: 'HIGH',
  actions: [],
  run({ state }) {
    const conflicts = [...state.connectionIncidents.values()].filter(({ kind }) => kind === 'client-id')
    const found = conflicts.map(({ id, connections }) => ({
      resource: { resourceType: 'CLIENT_ID', resourceIdentifier: { clientId: id } },
      related: connections.map(({ principal, atMs }) => ({
        resourceType: 'DEVICE_CERTIFICATE', resourceIdentifier: { deviceCertificateId: principal },
        additionalInfo: { DISCONNECTION_TIME: new Date(atMs).toISOString() },
      })),
      code: 'DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS', reason: 'Multiple connections used the same client ID.',
    }))
    return { total: conflicts.length, found }
  },
}
