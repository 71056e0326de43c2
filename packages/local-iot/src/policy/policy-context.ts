/** Who asks, and over what: all that policy variables and condition keys can look at. */
export interface PolicyContext {
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
}

/** The ARN of a resource given without its prefix: `topic/keg/a`. */
export const resourceArn = ({ region, accountId }: PolicyContext, resource: string) => `arn:aws:iot:${region}:${accountId}:${resource}`

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

/** All values of a condition key or policy variable; `undefined` where this request has none. */
export function contextValues(key: string, context: PolicyContext): readonly string[] | undefined {
  const { thing, clientId, certificate } = context
  const attribute = /^iot:Connection\.Thing\.Attributes\[(.+)\]$/i.exec(key)?.[1]
  if (attribute !== undefined) return only(thing?.attributes[attribute])
  switch (key.toLowerCase()) {
    case 'iot:clientid': return only(clientId)
    case 'iot:connection.thing.thingname': return only(thing?.thingName)
    case 'iot:connection.thing.thingtypename': return only(thing?.thingTypeName)
    case 'iot:connection.thing.isattached': return only(context.isAttached === undefined ? undefined : String(context.isAttached))
    case 'iot:connectattributes': return context.connectAttributes
    case 'iot:lastwilltopic': return context.lastWillTopic === undefined ? undefined : [resourceArn(context, `topic/${context.lastWillTopic}`)]
    case 'iot:domainname': return only(context.domainName)
    case 'aws:sourceip': return only(context.sourceIp)
    case 'iot:certificate.serialnumber': return only(certificate?.serialNumber)
    case 'iot:certificateid': return only(certificate?.certificateId)
    default: return certificateValues(key, certificate)
  }
}

const CERTIFICATE_KEY = /^iot:Certificate\.(Subject|Issuer|SubjectAlternativeName)\.(\w+?)(?:\.(\d+|List))?$/i

function certificateValues(key: string, certificate: PolicyCertificate | undefined): readonly string[] | undefined {
  const [, part, type, index] = CERTIFICATE_KEY.exec(key) ?? []
  if (part === undefined || type === undefined) return undefined
  const group = { subject: certificate?.subject, issuer: certificate?.issuer, subjectalternativename: certificate?.subjectAlternativeNames }
  // One of the three that the expression names.
  const names = group[part.toLowerCase() as keyof typeof group] ?? {}
  const values = Object.entries(names).find(([name]) => name.toLowerCase() === type.toLowerCase())?.[1]
  if (values === undefined || index?.toLowerCase() === 'list') return values
  return only(values[index === undefined ? 0 : Number(index)])
}

const only = (value: string | undefined) => (value === undefined ? undefined : [value])
