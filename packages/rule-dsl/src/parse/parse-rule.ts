import { checkFunctionNames } from '../functions/function-names.ts'
import type { Rule } from '../syntax/ast.ts'
import { parseStatement } from '../syntax/parse-rule.ts'
import { refusingDepth } from '../fault/too-deep.ts'
import type { SqlVersion } from '../value/value.ts'

/**
 * Parses a topic rule's SQL. `version` absent is `2016-03-23`.
 * Throws RuleError with `SQL_SYNTAX` or `UNKNOWN_FUNCTION` and the place.
 *
 * @example parseRule("SELECT topic(3) AS kegId FROM 'keg/+/+/pours'").from  // 'keg/+/+/pours'
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-reference.html
 */
export function parseRule(sql: string, options: { readonly version?: SqlVersion } = {}): Rule {
  return refusingDepth(() => {
    const rule = parseStatement(sql, options.version ?? '2016-03-23')
    checkFunctionNames(rule)
    return rule
  })
}
