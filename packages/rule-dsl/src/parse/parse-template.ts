import type { Rule, Template } from '../syntax/ast.ts'
import { parseTemplate as parse } from '../syntax/parse-rule.ts'
import { refusingDepth } from '../fault/too-deep.ts'

/**
 * Parses a parameter of an action, `keg/${topic(3)}/state`, into its texts and expressions in turn; `rule` tells the version and the
 * variables. Throws RuleError.
 *
 * @example parseTemplate('keg/${topic(3)}', parseRule("SELECT * FROM 'a'"))  // ['keg/', { kind: 'call', … }]
 */
export const parseTemplate = (text: string, rule: Pick<Rule, 'version' | 'variables'>): Template => refusingDepth(() => parse(text, rule))
