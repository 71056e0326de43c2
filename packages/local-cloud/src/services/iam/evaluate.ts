import type { VariableOf } from '@keg/aws-service'
import type { Access } from '../../ground/access.ts'
import { conditionsHold, variablesOf, type RequestContext } from './condition.ts'
import { matchesPattern } from './pattern.ts'
import type { Statement } from './policy.ts'

/** What policies come to; `undecided` where it hangs on a condition that can't be judged here. */
export type Decision =
  | { readonly kind: 'allow' | 'explicitDeny' | 'undecided'; readonly statement: Statement }
  | { readonly kind: 'implicitDeny' }

/**
 * Whether statements allow an access: a Deny that matches wins over all, and what no Allow matches is denied.
 *
 * @example
 * evaluate(
 *   parsePolicy('{"Statement":{"Effect":"Allow","Action":"sqs:*","Resource":"*"}}'), { action: 'sqs:SendMessage', resource }, new Map(),
 * ).kind
 * // 'allow'
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluate(statements: readonly Statement[], access: Access, context: RequestContext): Decision {
  const concerned = statements.filter((statement) => concerns(statement, access, variablesOf(context)))
    .map((statement) => ({ statement, holds: conditionsHold(statement, context) }))
  const first = (effect: Statement['effect'], holds: boolean | undefined) =>
    concerned.find((each) => each.statement.effect === effect && each.holds === holds)?.statement
  const denied = first('Deny', true)
  if (denied !== undefined) return { kind: 'explicitDeny', statement: denied }
  const allowed = first('Allow', true)
  const maybeDenied = first('Deny', undefined)
  if (allowed !== undefined)
    return maybeDenied === undefined ? { kind: 'allow', statement: allowed } : { kind: 'undecided', statement: maybeDenied }
  const maybeAllowed = first('Allow', undefined)
  return maybeAllowed === undefined ? { kind: 'implicitDeny' } : { kind: 'undecided', statement: maybeAllowed }
}

function concerns({ actions, resources }: Statement, { action, resource }: Access, variableOf: VariableOf): boolean {
  return actions.patterns.some((pattern) => matchesPattern(pattern, action, { ignoreCase: true })) !== actions.not
    && resources.patterns.some((pattern) => matchesPattern(pattern, resource, { variableOf })) !== resources.not
}
