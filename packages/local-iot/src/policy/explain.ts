import { LocalIotError } from '../local-iot-error.ts'
import { compilePolicies, type PolicyDecision } from './evaluate.ts'
import type { PolicyContext } from './policy-context.ts'
import { parsePolicyDocument } from './policy-document.ts'
import { statementVerdicts, type StatementVerdict } from './statement-verdict.ts'

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
  readonly certificate?: {
    readonly Subject?: Readonly<Record<string, readonly string[]>>
    readonly Issuer?: Readonly<Record<string, readonly string[]>>
    readonly SerialNumber?: string
  }
}

/** A request to be decided: `iot:Publish` of `topic/keg/a`, the resource without its ARN prefix. */
export interface PolicyRequest {
  /** Policy documents: JSON values or their text. They are called `p0`, `p1`, … in the answer. */
  readonly policies: readonly unknown[]
  readonly principal: PolicyPrincipal
  readonly action: string
  readonly resource: string
}

export interface PolicyExplanation extends PolicyDecision {
  /** Every statement, in order. */
  readonly statements: readonly StatementVerdict[]
}

/**
 * Decides a request as the core would, and says of every statement whether it applies and, if not, what of it does not.
 * Throws LocalIotError POLICY_MALFORMED.
 *
 * @example explainPolicyRequest({ policies: [document], principal: { clientId: 'keg-1' }, action: 'iot:Publish', resource: 'topic/keg/a' })
 */
export function explainPolicyRequest({ policies, principal, action, resource }: PolicyRequest): PolicyExplanation {
  const context = contextOf(principal)
  const named = policies.map((policy, index) => {
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy)
    if (text === undefined) throw new LocalIotError('POLICY_MALFORMED', `Policy ${index} is not there.`)
    return { policyName: `p${index}`, document: parsePolicyDocument(text) }
  })
  const statements = statementVerdicts(named, context, action, resource)
  return { ...compilePolicies(named, context)(action, resource), statements }
}

/** Thing variables resolve over MQTT, for an attached certificate whose client id is the thing's name, or which is the thing's alone. */
function contextOf({ thingName, thingTypeName, attributes = {}, certificate, ...rest }: PolicyPrincipal): PolicyContext {
  const resolves = rest.attached === true && rest.transport !== 'https' && (rest.clientId === thingName || rest.exclusiveThing === true)
  return {
    ...rest,
    region: 'us-east-1',
    accountId: '123456789012',
    isAttached: rest.attached,
    thing: resolves && thingName !== undefined ? { thingName, thingTypeName, attributes } : undefined,
    certificate: { certificateId: rest.certificateId, subject: certificate?.Subject, issuer: certificate?.Issuer, serialNumber: certificate?.SerialNumber },
  }
}
