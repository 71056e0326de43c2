import { isRecord } from '@keg/aws-service'

/** One statement of a policy. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny'
  /** Patterns as `dynamodb:*`; `not`: all actions but these. */
  readonly actions: { readonly patterns: readonly string[]; readonly not: boolean }
  readonly resources: { readonly patterns: readonly string[]; readonly not: boolean }
  /** Operator, key, values. */
  readonly conditions: readonly { readonly operator: string; readonly key: string; readonly values: readonly string[] }[]
  /** As the policy has it. */
  readonly source: object
}

/** The statements of a policy document. Throws `SyntaxError` where it is no JSON. */
export function parsePolicy(document: string): Statement[] {
  const policy: unknown = JSON.parse(document)
  const statements = isRecord(policy) ? listOf(policy['Statement']) : []
  return statements.filter(isRecord).map((statement) => ({
    effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    actions: patterns(statement, 'Action', 'NotAction'),
    resources: patterns(statement, 'Resource', 'NotResource'),
    conditions: Object.entries(isRecord(statement['Condition']) ? statement['Condition'] : {}).flatMap(([operator, keys]) =>
      Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({ operator, key, values: listOf(values).map(String) }))),
    source: statement,
  }))
}

function patterns(statement: Readonly<Record<string, unknown>>, name: string, notName: string): Statement['actions'] {
  const not = statement[name] === undefined
  return { patterns: listOf(statement[not ? notName : name]).map(String), not }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}
