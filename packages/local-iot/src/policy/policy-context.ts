/** What single requests over HTTPS say to conditions. */
export interface RequestContext {
  /** Of iot:SendDirectMessage: `iot:Topic`. */
  readonly topic?: string | undefined
  /** Of iot:GetConnection and iot:GetThingConnectivityData: `iot:IncludeSocketInformation`. */
  readonly includeSocketInformation?: boolean | undefined
}

/** Who asks, and over what: all that policy variables and condition keys can look at. */
export interface PolicyContext extends RequestContext {
  readonly region: string
  readonly accountId: string
  readonly clientId?: string | undefined
  /** The thing whose variables resolve on this connection; absent when none is attached or the client id is another. */
  readonly thing?: PolicyThing | undefined
  readonly isAttached?: boolean | undefined
  readonly certificate?: PolicyCertificate | undefined
  readonly sourceIp?: string | undefined
  readonly domainName?: string | undefined
  /** `PersistentConnect`, `LastWill`: what the CONNECT asks for; only there for iot:Connect. */
  readonly connectAttributes?: readonly string[] | undefined
  readonly lastWillTopic?: string | undefined
}

export interface PolicyThing {
  readonly thingName: string
  readonly thingTypeName?: string | undefined
  readonly attributes: Readonly<Record<string, string>>
}

/** The parts of a certificate that `${iot:Certificate.…}` can name; each attribute type may have several values. */
export interface PolicyCertificate {
  readonly certificateId?: string | undefined
  readonly subject?: Readonly<Record<string, readonly string[]>> | undefined
  readonly issuer?: Readonly<Record<string, readonly string[]>> | undefined
  readonly serialNumber?: string | undefined
  readonly subjectAlternativeNames?: Readonly<Record<string, readonly string[]>> | undefined
  readonly issuerAlternativeNames?: Readonly<Record<string, readonly string[]>> | undefined
}

/** The ARN of a resource given without its prefix, such as `topic/keg/a`; one that is an ARN already stays. */
export const resourceArn = ({ region, accountId }: PolicyContext, resource: string) =>
  (resource.startsWith('arn:') ? resource : `arn:aws:iot:${region}:${accountId}:${resource}`)

const MAX_CERTIFICATE_VALUE = 1024

/**
 * The value of a policy variable, `undefined` where it does not resolve and so stays as text.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html
 */
export function policyVariable(name: string, context: PolicyContext): string | undefined {
  const value = contextValues(name, context)?.[0]
  if (value === undefined || !/^iot:Certificate\./i.test(name)) return value
  // Certificate values holding wildcards or "$" are not substituted: cert-policy-variables.html
  return /[*$+?#]/.test(value) || value.length > MAX_CERTIFICATE_VALUE ? undefined : value
}

type Values = readonly string[] | undefined

/** By the key in lower case; those of attributes and of a certificate's names have patterns. */
const KEYS: Readonly<Record<string, (context: PolicyContext) => Values>> = {
  'iot:clientid': ({ clientId }) => only(clientId),
  'iot:connection.thing.thingname': ({ thing }) => only(thing?.thingName),
  'iot:connection.thing.thingtypename': ({ thing }) => only(thing?.thingTypeName),
  'iot:connection.thing.isattached': ({ isAttached }) => only(isAttached?.toString()),
  'iot:connectattributes': ({ connectAttributes }) => connectAttributes,
  'iot:lastwilltopic': (context) =>
    only(context.lastWillTopic === undefined ? undefined : resourceArn(context, `topic/${context.lastWillTopic}`)),
  'iot:domainname': ({ domainName }) => only(domainName),
  'iot:topic': ({ topic }) => only(topic),
  'iot:includesocketinformation': ({ includeSocketInformation }) => only(includeSocketInformation?.toString()),
  'aws:sourceip': ({ sourceIp }) => only(sourceIp),
  'iot:certificateid': ({ certificate }) => only(certificate?.certificateId),
  'iot:certificate.serialnumber': ({ certificate }) => only(certificate?.serialNumber),
  'iot:certificate.availablekeys': ({ certificate }) => (certificate === undefined ? undefined : availableKeys(certificate)),
}

const ATTRIBUTE_KEY = /^iot:Connection\.Thing\.Attributes\[(.+)\]$/i

/** Whether a condition key or policy variable of this name is documented. */
export const isContextKey = (key: string): boolean =>
  Object.hasOwn(KEYS, key.toLowerCase()) || ATTRIBUTE_KEY.test(key) || CERTIFICATE_KEY.test(key)

/** All values of a condition key or policy variable; `undefined` where this request has none. */
export function contextValues(key: string, context: PolicyContext): Values {
  const attribute = ATTRIBUTE_KEY.exec(key)?.[1]
  if (attribute !== undefined) return only(context.thing?.attributes[attribute])
  const name = key.toLowerCase()
  return Object.hasOwn(KEYS, name) ? KEYS[name]?.(context) : certificateValues(key, context.certificate)
}

const CERTIFICATE_KEY = /^iot:Certificate\.((?:Subject|Issuer)(?:\.?AlternativeName)?)\.(\w+?)(?:\.(\d+|List))?$/i

/** The names of a certificate by the part that a key has after `iot:Certificate`. */
const certificateParts = ({ subject, issuer, subjectAlternativeNames, issuerAlternativeNames }: PolicyCertificate) =>
  ({
    'Subject': subject, 'Issuer': issuer, 'Subject.AlternativeName': subjectAlternativeNames,
    'Issuer.AlternativeName': issuerAlternativeNames,
  })

function certificateValues(key: string, certificate: PolicyCertificate | undefined): readonly string[] | undefined {
  const [, part, type, index] = CERTIFICATE_KEY.exec(key) ?? []
  if (part === undefined || type === undefined || certificate === undefined) return undefined
  const same = (one: string, other: string) => one.replaceAll('.', '').toLowerCase() === other.replaceAll('.', '').toLowerCase()
  const names = Object.entries(certificateParts(certificate)).find(([name]) => same(name, part))?.[1]
  const values = Object.entries(names ?? {}).find(([name]) => same(name, type))?.[1]
  if (values === undefined || index?.toLowerCase() === 'list') return values
  return only(values[index === undefined ? 0 : Number(index)])
}

/** The certificate variables that have values: `iot:Certificate.AvailableKeys`. */
const availableKeys = (certificate: PolicyCertificate): readonly string[] => [
  ...Object.entries(certificateParts(certificate)).flatMap(([part, names]) => Object.keys(names ?? {}).map((name) =>
    `iot:Certificate.${part}.${name}`)),
  ...(certificate.serialNumber === undefined ? [] : ['iot:Certificate.SerialNumber']),
]

const only = (value: string | undefined) => (value === undefined ? undefined : [value])
