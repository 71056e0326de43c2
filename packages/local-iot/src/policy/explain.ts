import { LocalIotError } from '../errors/local-iot-error.ts'
import { attachedThing, connectionContext, type ConnectContext, type Connection } from './connection-context.ts'
import { compilePolicies, type DecidingStatement, type PolicyDecision } from './evaluate.ts'
import type { PolicyCertificate, PolicyContext } from './policy-context.ts'
import { parsePolicyDocument } from './policy-document.ts'
import { policyRemarks, requestRemarks } from './policy-remarks.ts'
import { readPolicyRequest, type CertificateNames, type PolicyPrincipal, type PolicyRequest } from './policy-request.ts'
import { nearestStatements, statementVerdicts, type NearMiss, type StatementVerdict } from './statement-verdict.ts'

export interface PolicyExplanation {
  readonly decision: PolicyDecision['decision']
  /** The statements that decided or, where none allows, those that come nearest, with what of them misses; never empty. */
  readonly because: readonly (DecidingStatement | NearMiss)[]
  /** Every statement, in order. */
  readonly statements: readonly StatementVerdict[]
  /** What of the request and the policies means nothing; absent where there is nothing to say. */
  readonly remarks?: readonly string[]
}

/**
 * Decides a request as the core would, and says of every statement whether it applies and, if not, what of it does not.
 * Throws LocalIotError POLICY_MALFORMED and REQUEST_MALFORMED.
 *
 * @example
 * const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:Publish', Resource: '*' }] }
 * explainPolicyRequest({ policies: [policy], principal: { clientId: 'keg-1' }, action: 'iot:Publish', resource: 'topic/keg/a' })
 */
export function explainPolicyRequest(value: PolicyRequest): PolicyExplanation {
  const { request, remarks } = readPolicyRequest(value)
  const { policies, action, resource } = request
  const context = contextOf(request)
  const named = policies.map(readPolicy)
  const { decision, because } = compilePolicies(named, context)(action, resource)
  const all = [...remarks, ...requestRemarks(action, resource), ...named.flatMap((policy) => policyRemarks(policy, policy.members))]
  return {
    decision,
    because: decision === 'implicitDeny' ? nearestStatements(named, context, action, resource) : because,
    statements: statementVerdicts(named, context, action, resource),
    ...(all.length === 0 ? {} : { remarks: all }),
  }
}

function readPolicy(policy: unknown, index: number) {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy)
  if (text === undefined) throw new LocalIotError('POLICY_MALFORMED', `Policy ${index} is not there.`)
  const document = parsePolicyDocument(text)
  // An object: it has been read.
  return { policyName: `p${index}`, document, members: Object.keys(JSON.parse(text) as object) }
}

/** The same that the core makes of a connection, and of what the registry has of it. */
function contextOf(
  { principal, action, topic = principal.topic, includeSocketInformation = principal.includeSocketInformation }: PolicyRequest,
): PolicyContext {
  const { thingName, thingTypeName, attributes = {}, certificate, certificateId, attached = false, exclusiveThing = false } = principal
  // The credential provider is told the thing by a header, and its variables resolve: authorizing-direct-aws.html
  const { clientId, transport = 'mqtt' } = isAction(action, 'iot:AssumeRoleWithCertificate') ? { clientId: thingName } : principal
  const attachments: [string, string][] = attached && thingName !== undefined
    ? [[thingName, exclusiveThing ? 'EXCLUSIVE_THING' : 'NON_EXCLUSIVE_THING']]
    : []
  const connected = attachedThing(attachments, clientId)
  const connection: Connection = {
    region: 'us-east-1',
    accountId: '123456789012',
    transport: transport.startsWith('http') ? 'https' : 'mqtt',
    clientId,
    sourceIp: principal.sourceIp,
    domainName: principal.domainName,
    thing: connected && { thingName: connected.thingName, thingTypeName, attributes },
    certificate: certificateOf(certificate, certificateId),
  }
  const connect = isAction(action, 'iot:Connect') ? connectOf(principal) : undefined
  return { ...connectionContext(connection, connect), topic, includeSocketInformation }
}

const isAction = (action: string, name: string): boolean => action.toLowerCase() === name.toLowerCase()

/** A CONNECT has attributes, and those of its Will with it. */
function connectOf({ connectAttributes = [], lastWillTopic }: PolicyPrincipal): ConnectContext {
  const topic = lastWillTopic?.replace(/^arn:[^/]*:topic\//, '')
  return { connectAttributes: [...new Set([...connectAttributes, ...(topic === undefined ? [] : ['LastWill'])])], lastWillTopic: topic }
}

function certificateOf(
  { Subject = {}, Issuer = {}, SerialNumber: serialNumber }: CertificateNames = {}, certificateId: string | undefined,
): PolicyCertificate {
  const { AlternativeName: ofSubject, ...subject } = Subject
  const { AlternativeName: ofIssuer, ...issuer } = Issuer
  return {
    certificateId, serialNumber, subject: listed(subject), issuer: listed(issuer),
    subjectAlternativeNames: listed(ofSubject), issuerAlternativeNames: listed(ofIssuer),
  }
}

/** Each type of name with its values; a single one need not be a list. */
function listed(names: unknown): Readonly<Record<string, readonly string[]>> {
  // As the request's check takes them: text or a list of texts.
  return Object.fromEntries(
    Object.entries((names ?? {}) as Readonly<Record<string, string | readonly string[]>>).map(([name, value]) => [name, [value].flat()]),
  )
}
