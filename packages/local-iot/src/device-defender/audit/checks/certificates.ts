import type { CaCertificate, Certificate } from '../../../state/iot-state.ts'
import { incidentKey, type AuditedResource, type ConnectionIncident, type Found } from '../../../state/audits.ts'
import type { AuditCheck, CheckContext } from './audit-check.ts'

const DAY_MS = 86_400_000
const OF_DEVICES = ['UPDATE_DEVICE_CERTIFICATE', 'ADD_THINGS_TO_THING_GROUP']
const OF_CAS = ['UPDATE_CA_CERTIFICATE']
/** In days: audit-chk-device-cert-approaching-expiration.html, device-certificate-age-check.html */
const EXPIRES_WITHIN = '30'
const OLDER_THAN = '365'
/** In bits, by the algorithm of a key. */
const LEAST_BITS: Readonly<Record<string, number>> = { rsa: 2048, ec: 256 }

/** Certificates of devices that may connect, or may soon. */
const inUse = ({ state }: CheckContext): readonly Certificate[] =>
  [...state.certificates.values()].filter(({ status }) => status === 'ACTIVE' || status === 'PENDING_TRANSFER')

const activeCas = ({ state }: CheckContext): readonly CaCertificate[] =>
  [...state.caCertificates.values()].filter(({ status }) => status === 'ACTIVE')

const device = (certificateId: string): AuditedResource =>
  ({ resourceType: 'DEVICE_CERTIFICATE', resourceIdentifier: { deviceCertificateId: certificateId } })

const ca = (certificateId: string): AuditedResource =>
  ({ resourceType: 'CA_CERTIFICATE', resourceIdentifier: { caCertificateId: certificateId } })

type Fault = Pick<Found, 'code' | 'reason'>

/** A check of each of these certificates. */
function* each<Looked extends { readonly certificateId: string }>(
  certificates: readonly Looked[], resource: (certificateId: string) => AuditedResource, fault: (certificate: Looked) => Fault | undefined,
): Iterable<readonly Found[]> {
  for (const certificate of certificates) {
    const found = fault(certificate)
    yield found === undefined ? [] : [{ resource: resource(certificate.certificateId), ...found }]
  }
}

const expiring = (nowMs: number, days: string) => ({ notAfterMs }: { readonly notAfterMs: number }): Fault | undefined => {
  if (notAfterMs > nowMs + Number(days) * DAY_MS) return undefined
  const at = new Date(notAfterMs).toISOString()
  return notAfterMs < nowMs
    ? { code: 'CERTIFICATE_PAST_EXPIRATION', reason: `Certificate expired at ${at}.` }
    : { code: 'CERTIFICATE_APPROACHING_EXPIRATION', reason: `Certificate expires at ${at}.` }
}

const weak = ({ keyOf }: CheckContext) => ({ certificatePem }: { readonly certificatePem: string }): Fault | undefined => {
  const { type, bits } = keyOf(certificatePem)
  if (bits >= (LEAST_BITS[type] ?? 0)) return undefined
  const name = type.toUpperCase()
  return { code: `CERTIFICATE_KEY_LENGTH_UNSUPPORTED_${name}`, reason: `The certificate's key has ${bits} bits of ${name}.` }
}

export const deviceCertificateExpiring: AuditCheck = {
  severity: 'MEDIUM',
  actions: OF_DEVICES,
  run(context) {
    const { CERT_EXPIRATION_THRESHOLD_IN_DAYS: days = EXPIRES_WITHIN } = context.configuration
    return each(inUse(context), device, expiring(context.state.clock.nowMs(), days))
  },
}

export const caCertificateExpiring: AuditCheck = {
  severity: 'MEDIUM',
  actions: OF_CAS,
  run: (context) => each(activeCas(context), ca, expiring(context.state.clock.nowMs(), EXPIRES_WITHIN)),
}

export const deviceCertificateAge: AuditCheck = {
  severity: 'LOW',
  actions: OF_DEVICES,
  run(context) {
    const { CERT_AGE_THRESHOLD_IN_DAYS: days = OLDER_THAN } = context.configuration
    const bornBeforeMs = context.state.clock.nowMs() - Number(days) * DAY_MS
    return each(inUse(context), device, ({ createdAtMs }) => (createdAtMs < bornBeforeMs
      ? { code: 'CERTIFICATE_PAST_AGE_THRESHOLD', reason: `Certificate is older than ${days} days.` }
      : undefined))
  },
}

export const deviceCertificateKeyQuality: AuditCheck =
  { severity: 'CRITICAL', actions: OF_DEVICES, run: (context) => each(inUse(context), device, weak(context)) }

export const caCertificateKeyQuality: AuditCheck =
  { severity: 'CRITICAL', actions: OF_CAS, run: (context) => each(activeCas(context), ca, weak(context)) }

/** Looks at who connected: audit-chk-device-cert-shared.html */
export const deviceCertificateShared: AuditCheck = {
  severity: 'CRITICAL',
  actions: OF_DEVICES,
  * run({ state }) {
    for (const certificateId of [...state.certificates.keys()]) {
      const shared = state.connectionIncidents.get(incidentKey('shared-certificate', certificateId))
      yield shared === undefined ? [] : [{
        resource: device(certificateId), related: shared.connections.map(connectionOf),
        code: 'CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES', reason: 'Certificate shared by multiple devices.',
      }]
    }
  },
}

const connectionOf = ({ clientId, atMs }: ConnectionIncident['connections'][number]): AuditedResource => ({
  resourceType: 'CLIENT_ID', resourceIdentifier: { clientId }, additionalInfo: { CONNECTION_TIME: new Date(atMs).toISOString() },
})
