import { LocalIotError } from '../errors/local-iot-error.ts'

/** Who asks: the bearer of a certificate, and what the registry has of it. */
export interface PolicyPrincipal {
  /** Absent over HTTPS, where there is none. */
  readonly clientId?: string
  readonly thingName?: string
  readonly thingTypeName?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly certificateId?: string
  /** Whether the certificate is attached to `thingName`. */
  readonly attached?: boolean
  /** Whether it is attached to that thing alone. */
  readonly exclusiveThing?: boolean
  /** `https`, or MQTT over whatever it is; there alone thing variables resolve. Absent = `mqtt`. */
  readonly transport?: string
  readonly sourceIp?: string
  readonly domainName?: string
  readonly connectAttributes?: readonly string[]
  readonly lastWillTopic?: string
  readonly certificate?: CertificateNames
  /** As in the request. */
  readonly topic?: string
  readonly includeSocketInformation?: boolean
}

/** The names of a certificate by their types: `{ Subject: { CommonName: ['keg-1'], AlternativeName: { DNSName: ['keg.example'] } } }`. */
export interface CertificateNames {
  readonly Subject?: Readonly<Record<string, unknown>>
  readonly Issuer?: Readonly<Record<string, unknown>>
  readonly SerialNumber?: string
}

/** A request to be decided: `iot:Publish` of `topic/keg/a`, an ARN or what follows its prefix. */
export interface PolicyRequest {
  /** Policy documents: JSON values or their text. They are called `p0`, `p1`, … in the answer. */
  readonly policies: readonly unknown[]
  readonly principal: PolicyPrincipal
  readonly action: string
  readonly resource: string
  /** The condition key `iot:Topic` of iot:SendDirectMessage. */
  readonly topic?: string
  /** The condition key `iot:IncludeSocketInformation`. */
  readonly includeSocketInformation?: boolean
}

type Check = (value: unknown) => boolean
interface Member {
  readonly type: string
  readonly means: string
  readonly check: Check
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Check = (value) => typeof value === 'string'
const isFlag: Check = (value) => typeof value === 'boolean'
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText)
const isNames: Check = (value) => isObject(value) && Object.values(value).every(isText)
const isCertificateNames: Check = (value) =>
  isObject(value)
  && Object.entries(value).every(([name, names]) =>
    isText(names) || isTexts(names) || (name === 'AlternativeName' && isCertificateNames(names)))

const text = (means: string): Member => ({ type: 'text', means, check: isText })
const flag = (means: string): Member => ({ type: 'boolean', means, check: isFlag })

/**
 * The members of a {@link PolicyRequest}, with their meaning; for help texts and checks.
 *
 * @example for (const [name, { type, means }] of Object.entries(REQUEST_MEMBERS)) console.log(`${name} (${type}): ${means}`)
 */
export const REQUEST_MEMBERS = {
  policies: { type: 'list', means: 'policy documents, as JSON or as its text; the answer calls them p0, p1, …', check: Array.isArray },
  principal: { type: 'object', means: 'who asks; see below', check: isObject },
  action: text('iot:Publish, iotjobsdata:DescribeJobExecution, …'),
  resource: text('an ARN, or what follows arn:aws:iot:us-east-1:123456789012: — topic/keg/a, topicfilter/keg/#, client/keg-1, thing/keg-1'),
  topic: text('the condition key iot:Topic of iot:SendDirectMessage'),
  includeSocketInformation: flag('the condition key iot:IncludeSocketInformation'),
} as const satisfies Readonly<Record<string, Member>>

/**
 * The members of the principal of a {@link PolicyRequest}, with their meaning.
 *
 * @example for (const [name, { type, means }] of Object.entries(PRINCIPAL_MEMBERS)) console.log(`${name} (${type}): ${means}`)
 */
export const PRINCIPAL_MEMBERS = {
  clientId: text('the MQTT client id; over HTTPS there is none'),
  thingName: text('the thing that the certificate may be attached to'),
  attached: flag('whether the certificate is attached to thingName; absent: no'),
  exclusiveThing: flag('whether it is attached to that thing alone, so that the client id need not be its name; absent: no'),
  thingTypeName: text('the type of the thing'),
  attributes: { type: 'object of texts', means: 'the attributes of the thing', check: isNames },
  certificateId: text('the id of the certificate'),
  certificate: {
    type: 'object', means: '{"Subject":{"CommonName":["…"],"AlternativeName":{"DNSName":["…"]}},"Issuer":{…},"SerialNumber":"…"}',
    check: isCertificate,
  },
  transport: {
    type: 'text', means: 'mqtt (the default), mqtts, ws, wss, or https, where neither client id nor thing is known',
    check: (value) => TRANSPORTS.has(String(value)),
  },
  sourceIp: text('the address of the client'),
  domainName: text('the server name that the client asked for'),
  connectAttributes: { type: 'list of texts', means: 'of iot:Connect: PersistentConnect, LastWill', check: isTexts },
  lastWillTopic: text('of iot:Connect: the topic of the Will'),
  topic: text('as in the request'),
  includeSocketInformation: flag('as in the request'),
} as const satisfies Readonly<Record<string, Member>>

const TRANSPORTS = new Set(['mqtt', 'mqtts', 'ws', 'wss', 'http', 'https'])
const CERTIFICATE_MEMBERS = ['Subject', 'Issuer', 'SerialNumber']
/** What rows of test data have besides. */
const ANNOTATIONS = ['id', 'expect', 'source', 'confidence', 'note']

function isCertificate(value: unknown): boolean {
  if (!isObject(value)) return false
  const { Subject: subject = {}, Issuer: issuer = {}, SerialNumber: serialNumber = '' } = value
  return isCertificateNames(subject) && isCertificateNames(issuer) && isText(serialNumber)
}

/**
 * The request that a JSON value is, and remarks on members that mean nothing. Throws LocalIotError REQUEST_MALFORMED where one is missing
 * or of another type.
 */
export function readPolicyRequest(value: unknown): { readonly request: PolicyRequest; readonly remarks: readonly string[] } {
  if (!isObject(value)) throw malformed('A request is a JSON object.')
  for (const name of ['policies', 'principal', 'action', 'resource'] as const)
    if (value[name] === undefined) throw malformed(`A request has policies, a principal, an action and a resource; ${name} is missing.`)
  checkMembers(value, REQUEST_MEMBERS, '')
  const { principal } = value
  if (!isObject(principal)) throw malformed('principal is an object.')
  checkMembers(principal, PRINCIPAL_MEMBERS, 'principal.')
  const certificate = isObject(principal['certificate']) ? principal['certificate'] : {}
  return {
    // Each of its members was looked at.
    request: value as unknown as PolicyRequest,
    remarks: [
      ...unknown(value, [...Object.keys(REQUEST_MEMBERS), ...ANNOTATIONS], ''),
      ...unknown(principal, Object.keys(PRINCIPAL_MEMBERS), 'principal.'),
      ...unknown(certificate, CERTIFICATE_MEMBERS, 'principal.certificate.'),
    ],
  }
}

function checkMembers(value: Readonly<Record<string, unknown>>, members: Readonly<Record<string, Member>>, path: string): void {
  for (const [name, { type, means, check }] of Object.entries(members)) {
    if (value[name] !== undefined && !check(value[name])) throw malformed(`${path}${name} is no ${type}: ${means}.`)
  }
}

const unknown = (value: Readonly<Record<string, unknown>>, known: readonly string[], path: string) =>
  Object.keys(value).filter((name) => !known.includes(name)).map((name) =>
    `${path}${name} is no member of a request and was not looked at.`)

const malformed = (message: string) => new LocalIotError('REQUEST_MALFORMED', message)
