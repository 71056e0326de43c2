import type { CaCertificate, Certificate } from '../../../state/iot-state.ts'
import type { AuditedResource, Found } from '../../../state/audits.ts'
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

const device = ({ certificateId }: { readonly certificateId: string }): AuditedResource =>
  ({ resourceType: 'DEVICE_CERTIFICATE', resourceIdentifier: { deviceCertificateId: certificateId } })

const ca = ({ certificateId }: { readonly certificateId: string }): AuditedResource =>
  ({ resourceType: 'CA_CERTIFICATE', resourceIdentifier: { caCertificateId: certificateId } })

interface Dated {
  readonly certificateId: string
  readonly notAfterMs: number
}

function expiring(certificates: readonly Dated[], nowMs: number, days: string, resource: (certificate: Dated) => AuditedResource): Found[] {
  return certificates.flatMap((certificate) => {
    const { notAfterMs } = certificate
    if (notAfterMs > nowMs + Number(days) * DAY_MS) return []
    const at = new Date(notAfterMs).toISOString()
    return notAfterMs < nowMs
      ? { resource: resource(certificate), code: 'CERTIFICATE_PAST_EXPIRATION', reason: `Certificate expired at ${at}.` }
      : { resource: resource(certificate), code: 'CERTIFICATE_APPROACHING_EXPIRATION', reason: `Certificate expires at ${at}.` }
  })
}

interface Keyed {
  readonly certificateId: string
  readonly certificatePem: string
}

function weak(certificates: readonly Keyed[], { keyOf }: CheckContext, resource: (certificate: Keyed) => AuditedResource): Found[] {
  return certificates.flatMap((certificate) => {
    const { type, bits } = keyOf(certificate.certificatePem)
    if (bits >= (LEAST_BITS[type] ?? 0)) return []
    const reason = `The certificate's key has ${bits} bits of ${type.toUpperCase()}.`
    return { resource: resource(certificate), code: `CERTIFICATE_KEY_LENGTH_UNSUPPORTED_${type.toUpperCase()}`, reason }
  })
}

export const deviceCertificateExpiring: AuditCheck = {
  severity: 'MEDIUM',
  actions: OF_DEVICES,
  run(context) {
    const certificates = inUse(context)
    const { CERT_EXPIRATION_THRESHOLD_IN_DAYS: days = EXPIRES_WITHIN } = context.configuration
    return { total: certificates.length, found: expiring(certificates, context.state.clock.nowMs(), days, device) }
  },
}

export const caCertificateExpiring: AuditCheck = {
  severity: 'MEDIUM',
  actions: OF_CAS,
  run(context) {
    const certificates = activeCas(context)
    return { total: certificates.length, found: expiring(certificates, context.state.clock.nowMs(), EXPIRES_WITHIN, ca) }
  },
}

export const deviceCertificateAge: AuditCheck = {
  severity: 'LOW',
  actions: OF_DEVICES,
  run(context) {
    const certificates = inUse(context)
    const { CERT_AGE_THRESHOLD_IN_DAYS: days = OLDER_THAN } = context.configuration
    const bornBeforeMs = context.state.clock.nowMs() - Number(days) * DAY_MS
    const found = certificates.filter(({ createdAtMs }) => createdAtMs < bornBeforeMs).map((certificate) => ({
      resource: device(certificate), code: 'CERTIFICATE_PAST_AGE_THRESHOLD', reason: `Certificate is older than ${days} days.`,
    }))
    return { total: certificates.length, found }
  },
}

export const deviceCertificateKeyQuality: AuditCheck = {
  severity: 'CRITICAL',
  actions: OF_DEVICES,
  run(context) {
    const certificates = inUse(context)
    return { total: certificates.length, found: weak(certificates, context, device) }
  },
}

export const caCertificateKeyQuality: AuditCheck = {
  severity: 'CRITICAL',
  actions: OF_CAS,
  run(context) {
    const certificates = activeCas(context)
    return { total: certificates.length, found: weak(certificates, context, ca) }
  },
}

/** Looks at who connected since 31 days: audit-chk-device-cert-shared.html */
export const deviceCertificateShared: AuditCheck = {
  severity: 'CRITICAL',
  actions: OF_DEVICES,
  run({ state }) {
    const shared = [...state.connectionIncidents.values()].filter(({ kind }) => kind === 'shared-certificate')
    const found = shared.filter(({ id }) => state.certificates.has(id)).map(({ id, connections }) => ({
      resource: { ...device({ certificateId: id }) },
      related: connections.map(({ clientId, atMs }) => ({
        resourceType: 'CLIENT_ID', resourceIdentifier: { clientId }, additionalInfo: { CONNECTION_TIME: new Date(atMs).toISOString() },
      })),
      code: 'CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES', reason: 'Certificate shared by multiple devices.',
    }))
    return { total: state.certificates.size, found }
  },
}
