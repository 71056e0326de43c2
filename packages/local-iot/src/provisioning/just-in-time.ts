import type { ConnectRequest, Message, MessageSource } from '@keg/mqtt-broker'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import type { CaCertificate, CertificateMode, IotState } from '../state/iot-state.ts'
import { planOf } from './plan.ts'
import { bodyOf } from './provision-device.ts'
import type { CarryOut } from './provisioned.ts'
import { parseTemplate } from './template.ts'

interface ReadCertificate {
  readonly fingerprint: string
  readonly notBeforeMs: number
  readonly notAfterMs: number
  readonly subject: Readonly<Record<string, readonly string[]>>
}

/** What certificates hold, as far as it counts here. */
export interface CertificateReader {
  /** Throws where it cannot be read. */
  read(certificatePem: string): ReadCertificate
  isIssuedBy(certificatePem: string, caCertificatePem: string): boolean
}

/** Registers a certificate that nobody can use yet, and answers its id. */
export type SavePending = (certificatePem: string, issuer?: { readonly caCertificateId: string; readonly mode: CertificateMode }) => string

export interface JustInTimeParts {
  readonly state: IotState
  readonly authority: CertificateReader
  readonly savePending: SavePending
  readonly carryOut: CarryOut
  readonly publish: (message: Message, source: MessageSource) => unknown
  readonly log: (event: LocalIotLogEvent) => void
}

/** Certificates that are registered when their devices first connect. */
export interface JustInTime {
  /** Whether the CONNECT of a client with this certificate, DER, is worth waiting for though it will be refused. */
  awaits(certificate: Uint8Array): boolean
  /** Registers and provisions by a CONNECT; answers why the connection is refused after that, `undefined` where there was nothing to do. */
  meet(request: ConnectRequest): Promise<string | undefined>
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/auto-register-device-cert.html */
export function createJustInTime(parts: JustInTimeParts): JustInTime {
  const { state, authority } = parts
  return {
    awaits(certificate) {
      const certificatePem = pemOf(certificate)
      const content = contentOf(authority, certificatePem)
      if (content === undefined) return false
      const known = state.certificates.get(content.fingerprint)
      if (known !== undefined) return known.status === 'PENDING_ACTIVATION' && known.caCertificateId !== undefined
      const nowMs = state.clock.nowMs()
      return nowMs >= content.notBeforeMs && nowMs <= content.notAfterMs && issuerOf(parts, certificatePem) !== undefined
    },
    async meet(request) {
      const { certificateId, certificate } = request.info
      if (certificateId === undefined) return undefined
      const known = state.certificates.get(certificateId)
      const isNew = known === undefined && certificate !== undefined
      const issuer = isNew ? issuerOf(parts, pemOf(certificate)) : state.caCertificates.get(known?.caCertificateId ?? '')
      if (issuer === undefined || (known !== undefined && known.status !== 'PENDING_ACTIVATION')) return undefined
      if (isNew) parts.savePending(pemOf(certificate), { caCertificateId: issuer.certificateId, mode: issuer.mode })
      announce(parts, issuer, certificateId, request)
      const provisions = registersNow(issuer) && issuer.registrationConfig !== undefined
      const isProvisioned = provisions && (await provision(parts, issuer, certificateId, request))
      const registered = isNew ? 'was registered by this connection' : 'is registered'
      return `certificate ${certificateId} ${registered}${isProvisioned ? ' and provisioned: connect again' : ', PENDING_ACTIVATION'}`
    },
  }
}

/** A stranger's certificate may be one that cannot be read. */
function contentOf(authority: CertificateReader, certificatePem: string) {
  try {
    return authority.read(certificatePem)
  } catch {
    return undefined
  }
}

const registersNow = ({ status, autoRegistrationStatus }: CaCertificate) => status === 'ACTIVE' && autoRegistrationStatus === 'ENABLE'

/** The registered CA that signed the certificate and registers what it has signed. */
function issuerOf({ state, authority }: JustInTimeParts, certificatePem: string): CaCertificate | undefined {
  const nowMs = state.clock.nowMs()
  const registering = [...state.caCertificates.values()].filter((ca) => registersNow(ca) && nowMs <= ca.notAfterMs)
  return registering.find((ca) => authority.isIssuedBy(certificatePem, ca.certificatePem))
}

// With a certificate that is pending still it comes again; certificateRegistrationTimestamp is null on AWS, too.
function announce(
  { state, publish }: JustInTimeParts,
  { certificateId: caCertificateId }: CaCertificate,
  certificateId: string,
  { clientId, info }: ConnectRequest,
): void {
  const body = {
    certificateId, caCertificateId, timestamp: state.clock.nowMs(), certificateStatus: 'PENDING_ACTIVATION', awsAccountId: state.accountId,
    certificateRegistrationTimestamp: null,
  }
  const payload = new TextEncoder().encode(JSON.stringify(body))
  const source = { clientId, principal: certificateId, sourceIp: info.sourceIp, hops: 0 }
  publish({ topic: `$aws/events/certificates/registered/${caCertificateId}`, payload, qos: 1, retain: false }, source)
}

/** Whether it went well. What went wrong is told in the log: the device is refused one way or the other. */
async function provision(parts: JustInTimeParts, issuer: CaCertificate, certificateId: string, request: ConnectRequest): Promise<boolean> {
  const { state, carryOut, log } = parts
  const { clientId, info: { sourceIp } } = request
  try {
    const plan = planOf(parseTemplate(templateOf(state, issuer)), parametersOf(parts, certificateId))
    const { thingName } = await carryOut(plan)
    const thing = thingName === undefined ? '' : `, for thing ${thingName}`
    log({
      level: 'info', event: 'device-provisioned', clientId, sourceIp,
      message: `Certificate ${certificateId} was provisioned just in time${thing}.`,
    })
    return true
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `Certificate ${certificateId} was not provisioned just in time: ${why}`
    log({ level: 'warn', event: 'provisioning-refused', clientId, sourceIp, message })
    return false
  }
}

function templateOf(
  { provisioningTemplates }: IotState, { registrationConfig: { templateName, templateBody } = {} }: CaCertificate,
): string {
  if (templateName === undefined) return templateBody ?? ''
  const template = provisioningTemplates.get(templateName)
  if (template === undefined) throw new Error(`there is no provisioning template ${templateName}.`)
  if (!template.enabled) throw new Error(`provisioning template ${templateName} is not enabled.`)
  return bodyOf(template)
}

/** Each with the attribute of the subject that it is: jit-provisioning.html */
const PARAMETERS = {
  Country: 'Country', Organization: 'Organization', OrganizationalUnit: 'OrganizationalUnit',
  DistinguishedNameQualifier: 'DistinguishedNameQualifier', StateName: 'State', CommonName: 'CommonName', SerialNumber: 'SerialNumber',
} as const

function parametersOf({ state, authority }: JustInTimeParts, certificateId: string): Record<string, string> {
  const { subject } = authority.read(state.certificates.get(certificateId)?.certificatePem ?? '')
  const values = Object.entries(PARAMETERS).flatMap(([name, attribute]) => {
    const value = subject[attribute]?.[0]
    return value === undefined ? [] : [[`AWS::IoT::Certificate::${name}`, value] as const]
  })
  return { ...Object.fromEntries(values), 'AWS::IoT::Certificate::Id': certificateId }
}

function pemOf(der: Uint8Array): string {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
