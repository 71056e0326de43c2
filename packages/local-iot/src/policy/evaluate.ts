import { conditionHolds } from './condition.ts'
import { resourceArn, type PolicyContext } from './policy-context.ts'
import { policyPattern } from './policy-pattern.ts'
import type { ElementList, PolicyDocument } from './policy-document.ts'

/** A policy by the name it is attached under. */
export interface NamedPolicy {
  readonly policyName: string
  readonly document: PolicyDocument
}

/** A statement that decided: every Deny that applies, else every Allow that does; `statement` counts from 0. */
export interface DecidingStatement {
  readonly policyName: string
  readonly statement: number
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
}

export interface PolicyDecision {
  readonly decision: 'allow' | 'implicitDeny' | 'explicitDeny'
  readonly because: readonly DecidingStatement[]
}

/** Decides one request: `iot:Publish`, `topic/keg/a` (the resource without its ARN prefix). */
export type Decide = (action: string, resource: string) => PolicyDecision

/**
 * Makes the policies of one principal ready for many requests in one context: variables and conditions are worked out once.
 * A Deny that applies wins, then an Allow; with neither the answer is `implicitDeny`, with nothing in `because`.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 */
export function compilePolicies(policies: readonly NamedPolicy[], context: PolicyContext): Decide {
  const statements = policies.flatMap(({ policyName, document }) =>
    document.statements.map((statement, index) => ({
      deciding: { policyName, statement: index, ...(statement.sid === undefined ? {} : { sid: statement.sid }), effect: statement.effect },
      conditionsHold: statement.conditions.every((condition) => conditionHolds(condition, context)),
      matchesAction: matcher(statement.action, context, { ignoreCase: true }),
      matchesResource: matcher(statement.resource, context),
    })),
  ).filter(({ conditionsHold }) => conditionsHold)
  return (action, resource) => {
    const arn = resourceArn(context, resource)
    const applying = statements.filter(({ matchesAction, matchesResource }) => matchesAction(action) && matchesResource(arn))
    const denies = applying.filter(({ deciding }) => deciding.effect === 'Deny')
    if (denies.length > 0) return { decision: 'explicitDeny', because: denies.map(({ deciding }) => deciding) }
    return { decision: applying.length > 0 ? 'allow' : 'implicitDeny', because: applying.map(({ deciding }) => deciding) }
  }
}

function matcher(
  { values, negated }: ElementList, context: PolicyContext, options: { readonly ignoreCase?: boolean } = {},
): (text: string) => boolean {
  const patterns = values.map((value) => policyPattern(value, context, options))
  return (text) => patterns.some((matches) => matches(text)) !== negated
}

/** A decision in one line, for logs: which statement refused, or that none allows. */
export function explainDecision({ decision, because }: PolicyDecision): string {
  const named = because.map(({ policyName, statement, sid }) => `${policyName}[${sid ?? statement}]`).join(', ')
  if (decision === 'allow') return `allowed by ${named}`
  return decision === 'explicitDeny' ? `denied by ${named}` : 'no statement allows it'
}
