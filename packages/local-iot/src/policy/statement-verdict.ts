import { compilePolicies, type DecidingStatement, type NamedPolicy } from './evaluate.ts'
import { resourceArn, type PolicyContext } from './policy-context.ts'
import type { PolicyStatement } from './policy-document.ts'
import { unresolvedVariables } from './policy-pattern.ts'

/** A statement that was looked at; `why` it does not apply is absent when it does. */
export type StatementVerdict = DecidingStatement & { readonly applies: boolean; readonly why?: string }

/** What of a statement does not fit a request, and why. */
interface Miss {
  readonly part: 'action' | 'resource' | 'condition'
  readonly why: string
}

/** Every statement of the policies, in order. */
export const statementVerdicts = (policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string): readonly StatementVerdict[] =>
  looked(policies, context, action, resource).map(({ deciding, miss }) => ({ ...deciding, applies: miss === undefined, ...(miss === undefined ? {} : { why: miss.why }) }))

/** Statements, and characters of each, that {@link nearestReason} says. */
const MAX_SAID = 3
const MAX_LENGTH = 500

/** Why no statement allows a request, in a line for the log: what is wrong with those that come nearest, which are for the action. */
export function nearestReason(policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string): string {
  if (policies.length === 0) return 'No policy is attached.'
  const near = looked(policies, context, action, resource).filter(({ deciding, miss }) => deciding.effect === 'Allow' && miss !== undefined && miss.part !== 'action')
  if (near.length === 0) return `No statement of ${policies.map(({ policyName }) => policyName).join(', ')} is for ${action}.`
  const said = near.slice(0, MAX_SAID).map(({ deciding: { policyName, sid, statement }, miss }) => `${policyName}[${sid ?? statement}]: ${clipped(miss?.why ?? '')}`)
  return [...said, ...(near.length > MAX_SAID ? [`… and ${near.length - MAX_SAID} more.`] : [])].join(' ')
}

const clipped = (text: string): string => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text)

function looked(policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string): { deciding: DecidingStatement; miss: Miss | undefined }[] {
  return policies.flatMap(({ policyName, document }) =>
    document.statements.map((statement, index) => {
      const { sid, effect } = statement
      const deciding = { policyName, statement: index, ...(sid === undefined ? {} : { sid }), effect }
      return { deciding, miss: missOf(statement, context, action, resource) }
    }),
  )
}

const ANY = { values: ['*'], negated: false }

/** What of a statement does not fit the request; `undefined` where it applies. */
function missOf(statement: PolicyStatement, context: PolicyContext, action: string, resource: string): Miss | undefined {
  const applies = (part: Partial<PolicyStatement>) => {
    const document = { statements: [{ ...statement, action: ANY, resource: ANY, conditions: [], ...part }] }
    return compilePolicies([{ policyName: '', document }], context)(action, resource).because.length > 0
  }
  const list = ({ values, negated }: PolicyStatement['action']) => `${negated ? 'all but ' : ''}${values.join(', ')}`
  if (!applies({ action: statement.action })) return { part: 'action', why: `It is for ${list(statement.action)}.` }
  if (!applies({ resource: statement.resource })) {
    const why = `${resourceArn(context, resource)} is none of ${list(statement.resource)}.${unresolved(statement.resource.values, context)}`
    return { part: 'resource', why }
  }
  const failed = statement.conditions.find((condition) => !applies({ conditions: [condition] }))
  if (failed === undefined) return undefined
  const { operator, key, values } = failed
  return { part: 'condition', why: `The condition ${operator} of ${key} with ${values.join(', ')} does not hold.${unresolved(values, context)}` }
}

/** The variables that stay as text, since nothing is known of them here. */
function unresolved(values: readonly string[], context: PolicyContext): string {
  const names = unresolvedVariables(values, context)
  return names.length === 0 ? '' : ` Nothing is known of ${names.join(', ')} here.`
}
