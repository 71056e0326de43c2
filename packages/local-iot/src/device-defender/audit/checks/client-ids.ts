import type { AuditCheck } from './audit-check.ts'

/** Looks at who was put off the line by another one of its client id: audit-chk-conflicting-client-ids.html */
export const conflictingClientIds: AuditCheck = {
  severity: 'HIGH',
  actions: [],
  * run({ state }) {
    for (const { kind, id, connections } of [...state.connectionIncidents.values()]) {
      if (kind === 'client-id') yield [{
        resource: { resourceType: 'CLIENT_ID', resourceIdentifier: { clientId: id } },
        related: connections.map(({ principal, atMs }) => ({
          resourceType: 'DEVICE_CERTIFICATE', resourceIdentifier: { deviceCertificateId: principal },
          additionalInfo: { DISCONNECTION_TIME: new Date(atMs).toISOString() },
        })),
        code: 'DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS', reason: 'Multiple connections used the same client ID.',
      }]
    }
  },
}
