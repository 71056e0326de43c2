import { parseRule, RuleError, type Rule, type SqlVersion } from '@keg/rule-dsl'
import { filterPattern, overlaps, templatePattern } from '../topics/topic-overlap.ts'

/** Whether a rule gets what it publishes to this topic itself; `undefined` where it does not, or can't be read. */
export function loopsOf(statement: string | Rule, version: SqlVersion, topic: string): 'must' | 'may' | undefined {
  const rule = ruleOf(statement, version)
  if (rule?.from === undefined) return undefined
  // `$$aws/…` is `$aws/…` in a republish action.
  if (!overlaps(filterPattern(rule.from), templatePattern(topic.replace(/^\$\$/, '$')))) return undefined
  return rule.where === undefined && !topic.includes('${') ? 'must' : 'may'
}

/** The filter of a statement; `undefined` where it has none, or can't be read. */
export const fromOf = (statement: string | Rule, version: SqlVersion): string | undefined => ruleOf(statement, version)?.from

/** The statement's syntax tree; `undefined` where AWS refuses the text. */
export function ruleOf(statement: string | Rule, version: SqlVersion): Rule | undefined {
  if (typeof statement !== 'string') return statement
  try {
    return parseRule(statement, { version })
  } catch (error) {
    if (error instanceof RuleError) return undefined
    throw error
  }
}

/** A statement that the template can be checked against where the rule's own can't be read: with every variable that the template names. */
export function standIn(template: string, version: SqlVersion): Rule {
  const names = new Set([...template.matchAll(/@(\w+)/g)].map(([, name = '']) => name))
  return { version, variables: [...names].map((name) => ({ name, value: { kind: 'null' } })), select: { kind: 'items', items: [{ value: { kind: 'star' }, alias: undefined }] }, from: undefined, where: undefined }
}
