import { compilePolicies, type DecidingStatement, type NamedPolicy } from './evaluate.ts'
import { resourceArn, type PolicyContext } from './policy-context.ts'
import { typeMismatch } from './policy-action.ts'
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
export const statementVerdicts = (
  policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string,
): readonly StatementVerdict[] =>
  looked(policies, context, action, resource)
    .map(({ deciding, miss }) => ({ ...deciding, applies: miss === undefined, ...(miss === undefined ? {} : { why: miss.why }) }))

/** Statements, and characters of each, that {@link nearestReason} says. */
const MAX_SAID = 3
const MAX_LENGTH = 500

/** Why no statement allows a request: what of a statement misses, or that there is none. */
export type NearMiss = (DecidingStatement | { readonly policyName?: string }) & { readonly why: string }

/** The statements that come nearest to allowing a request that none allows, and what of each misses; never empty. */
export function nearestStatements(
  policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string,
): readonly NearMiss[] {
  if (policies.length === 0) return [{ why: 'No policy is attached.' }]
  const near = missing(policies, context, action, resource).slice(0, MAX_SAID)
  if (near.length === 0) return policies.map(({ policyName }) => ({ policyName, why: `No statement of ${policyName} allows anything.` }))
  return near.map(({ deciding, miss }) => ({ ...deciding, why: miss.why }))
}

/** The same in a line for the log: only statements for the action are told. */
export function nearestReason(policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string): string {
  if (policies.length === 0) return 'No policy is attached.'
  const near = missing(policies, context, action, resource).filter(({ miss }) => miss.part !== 'action')
  if (near.length === 0) return `No statement of ${policies.map(({ policyName }) => policyName).join(', ')} is for ${action}.`
  const said = near.slice(0, MAX_SAID).map(({ deciding: { policyName, sid, statement }, miss }) =>
    `${policyName}[${sid ?? statement}]: ${clipped(miss.why)}`)
  return [...said, ...(near.length > MAX_SAID ? [`… and ${near.length - MAX_SAID} more.`] : [])].join(' ')
}

const NEARNESS = { condition: 0, resource: 1, action: 2 } as const

/** The statements that would allow, the nearest first: those of which only a condition misses, then those for the action. */
const missing = (...request: Parameters<typeof looked>) =>
  looked(...request)
    .flatMap(({ deciding, miss }) => (deciding.effect === 'Allow' && miss !== undefined ? [{ deciding, miss }] : []))
    .sort((one, other) => NEARNESS[one.miss.part] - NEARNESS[other.miss.part])

const clipped = (text: string): string => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text)

function looked(
  policies: readonly NamedPolicy[], context: PolicyContext, action: string, resource: string,
): { deciding: DecidingStatement; miss: Miss | undefined }[] {
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
    const why = `${resourceArn(context, resource)} is none of ${list(statement.resource)}.${typeMismatch(action, statement.resource)}${unresolved(statement.resource.values, context)}`
    return { part: 'resource', why }
  }
  const failed = statement.conditions.find((condition) => !applies({ conditions: [condition] }))
  if (failed === undefined) return undefined
  const { operator, key, values } = failed
  return {
    part: 'condition', why: `The condition ${operator} of ${key} with ${values.join(', ')} does not hold.${unresolved(values, context)}`,
  }
}

/** The variables that stay as text, since nothing is known of them here. */
function unresolved(values: readonly string[], context: PolicyContext): string {
  const names = unresolvedVariables(values, context)
  return names.length === 0 ? '' : ` Nothing is known of ${names.join(', ')} here.`
}
