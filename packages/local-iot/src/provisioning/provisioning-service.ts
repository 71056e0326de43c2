import { ServiceException } from '@keg/aws-service'
import type { MessageSource } from '@keg/mqtt-broker'
import { LocalIotError } from '../errors/local-iot-error.ts'
import type { PolicyCertificate } from '../policy/policy-context.ts'
import type { Reply } from '../reserved-topics/reply.ts'
import type { TopicService } from '../reserved-topics/topic-service.ts'
import type { ProvisioningClaim } from '../state/iot-state.ts'
import { denied } from './ask-hook.ts'
import { askProvider } from './ask-provider.ts'
import { expiryOf } from './expiry.ts'
import { createJustInTime, type JustInTime, type JustInTimeParts } from './just-in-time.ts'
import { readPayload, writePayload } from '../reserved-topics/payload-format.ts'
import { provisionDevice, type ProvisioningParts } from './provision-device.ts'
import { provisioningRequest, type ProvisioningRequest } from './provisioning-topic.ts'

/** Devices that get a certificate of their own, a thing and policies, by a claim or by their first connection. */
export interface ProvisioningService extends TopicService {
  readonly justInTime: JustInTime
  /** Keeps a certificate with which devices ask for provisioning by this template, for five minutes. */
  keepClaim(
    templateName: string, certificate: Omit<PolicyCertificate, 'certificateId'> & { readonly fingerprint: string },
  ): ProvisioningClaim
  /** Waits for nothing any more. */
  close(): void
}

export interface ProvisioningServiceParts extends ProvisioningParts, JustInTimeParts {
  readonly authority: JustInTimeParts['authority'] & {
    issue(): Promise<{ readonly certificatePem: string; readonly privateKeyPem: string }>
    issueFor(requestPem: string): Promise<string>
    /** Throws LocalIotError where it is no signing request that could be signed. */
    checkRequest(requestPem: string): Promise<void>
  }
  readonly reply: Reply
  /** Any connection may ask, not only those by certificate. */
  readonly permissive: boolean
}

/** fleet-provision-api.html */
const TOKEN_MS = 3_600_000
/** provision-wo-cert.html#trusted-user */
const CLAIM_MS = 300_000

type Fields = Readonly<Record<string, unknown>>

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html */
export function createProvisioningService(parts: ProvisioningServiceParts): ProvisioningService {
  const { state, reply } = parts
  const tokens = expiryOf(state.clock, state.ownershipTokens, ({ certificateId }) => {
    if (state.certificates.get(certificateId)?.status === 'PENDING_ACTIVATION') state.certificates.delete(certificateId)
  })
  const claims = expiryOf(state.clock, state.provisioningClaims, () => state.permissionsChanged())
  const sweep = () => [tokens, claims].forEach((expiry) => expiry.sweep())
  // What ran out while no process was there.
  sweep()
  const answer = async (request: ProvisioningRequest, topic: string, payload: Uint8Array, asked: MessageSource) => {
    sweep()
    const send = (kind: string, body: object) => reply(asked, { topic: `${topic}/${kind}`, payload: writePayload(request.format, body) })
    try {
      const accepted = await run(parts, request, payload, asked)
      sweep()
      send('accepted', accepted)
    } catch (error) {
      const rejected = rejection(error)
      tellRefused(parts, request, asked, error)
      send('rejected', rejected)
    }
  }
  return {
    serves: (topic) => provisioningRequest(topic) !== undefined,
    handle({ topic, payload }, source) {
      const request = provisioningRequest(topic)
      return request === undefined ? undefined : { safe: undefined, done: answer(request, topic, payload, source) }
    },
    justInTime: createJustInTime(parts),
    keepClaim(templateName, { fingerprint: certificateId, serialNumber, subject, issuer }) {
      const claim = {
        certificateId, templateName, expiresAtMs: state.clock.nowMs() + CLAIM_MS, names: { certificateId, serialNumber, subject, issuer },
      }
      state.provisioningClaims.set(certificateId, claim)
      sweep()
      return claim
    },
    close: () => [tokens, claims].forEach((expiry) => expiry.stop()),
  }
}

async function run(
  parts: ProvisioningServiceParts, request: ProvisioningRequest, payload: Uint8Array, asked: MessageSource,
): Promise<object> {
  const { state, permissive, authority, log } = parts
  const { principal = '', clientId, sourceIp } = asked
  if (!permissive && !state.certificates.has(principal) && !state.provisioningClaims.has(principal))
    throw denied('only a connection by certificate may ask')
  if (request.operation === 'CreateKeysAndCertificate') {
    const { certificatePem, privateKeyPem: privateKey } = await authority.issue()
    return { ...pending(parts, certificatePem), privateKey }
  }
  const body = readPayload(request.format, payload)
  if (body === undefined)
    throw new ServiceException('InvalidPayloadException', 400, `The payload is no object in ${request.format.toUpperCase()}.`)
  if (request.operation === 'CreateCertificateFromCsr') return pending(parts, await signed(parts, requestOf(body), asked))
  const device = await provisionDevice(parts, request.templateName, body, asked)
  const thing = device.thingName === undefined ? '' : ` as thing ${device.thingName}`
  const message = `${clientId ?? 'A device'} was provisioned by template ${request.templateName}${thing}.`
  log({ level: 'info', event: 'device-provisioned', clientId, sourceIp, message })
  return device
}

/** By the account's certificate provider, where it has one. */
async function signed(
  { state, authority, invokeFunction }: ProvisioningServiceParts, certificateSigningRequest: string, asked: MessageSource,
): Promise<string> {
  const [provider] = state.certificateProviders.values()
  if (provider === undefined) return authority.issueFor(certificateSigningRequest)
  await authority.checkRequest(certificateSigningRequest)
  const event = { certificateSigningRequest, principalId: asked.principal ?? '', clientId: asked.clientId }
  const invoke = (told: object) => invokeFunction(provider.lambdaFunctionArn, told)
  return askProvider(event, invoke, (certificatePem) => authority.read(certificatePem), state.clock)
}

function pending({ state, savePending }: ProvisioningServiceParts, certificatePem: string) {
  const certificateId = savePending(certificatePem)
  const certificateOwnershipToken = `${state.newId()}${state.newId()}`.replaceAll('-', '')
  state.ownershipTokens.set(certificateOwnershipToken, { certificateId, expiresAtMs: state.clock.nowMs() + TOKEN_MS })
  return { certificateId, certificatePem, certificateOwnershipToken }
}

function requestOf({ certificateSigningRequest: pem }: Fields): string {
  if (typeof pem === 'string') return pem
  throw new LocalIotError('CERTIFICATE_UNREADABLE', 'certificateSigningRequest is missing.')
}

const LOCAL_CODES: Partial<Record<LocalIotError['code'], string>> = {
  CERTIFICATE_UNREADABLE: 'InvalidCertificateSigningRequest', PARAMETER_MISSING: 'InvalidParameters', TEMPLATE_INVALID: 'InvalidRequest',
}

/** fleet-provision-api.html; AWS lists no codes. */
function rejection(error: unknown): { readonly statusCode: number; readonly errorCode: string; readonly errorMessage: string } {
  if (error instanceof ServiceException)
    return { statusCode: error.statusCode, errorCode: error.name.replace(/Exception$/, ''), errorMessage: error.message }
  const errorCode = error instanceof LocalIotError ? LOCAL_CODES[error.code] : undefined
  if (errorCode !== undefined && error instanceof LocalIotError) return { statusCode: 400, errorCode, errorMessage: error.message }
  return { statusCode: 500, errorCode: 'InternalFailure', errorMessage: 'An unexpected error has occurred' }
}

function tellRefused(
  { log }: ProvisioningServiceParts, request: ProvisioningRequest, { clientId, sourceIp }: MessageSource, error: unknown,
): void {
  const what = request.operation === 'RegisterThing' ? `RegisterThing by template ${request.templateName}` : request.operation
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  log({
    level: 'warn', event: 'provisioning-refused', clientId, sourceIp,
    message: `${what} refused: ${typeof cause === 'string' ? `${cause}.` : message}`,
  })
}
