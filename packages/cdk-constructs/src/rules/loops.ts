import { parseRule, RuleError, type Rule, type SqlVersion } from '@keg/rule-dsl'
import { filterPattern, overlaps, templatePattern } from '../topics/topic-overlap.ts'
import { hasTokens, isLiteral, STAND_IN, withoutTokens, withPlaces } from './substitution.ts'

/** What stands for any text where a topic is compared. */
const ANY = '${*}'

/** Whether a rule gets what it publishes to this topic itself; `undefined` where it does not, or can't be read. */
export function loopsOf(statement: string | Rule | undefined, version: SqlVersion, topic: string): 'must' | 'may' | undefined {
  const from = fromOf(statement, version)
  // Of a topic that is a token alone nothing is known.
  if (from === undefined || withoutTokens(topic, '') === '') return undefined
  // `$$aws/…` is `$aws/…` in a republish action.
  const pattern = templatePattern(withoutTokens(withPlaces(topic, ANY), ANY).replace(/^\$\$/, '$'))
  if (!overlaps(filterPattern(from), pattern)) return undefined
  return ruleOf(statement, version)?.where === undefined && isLiteral(topic) ? 'must' : 'may'
}

/** The filter of a statement; `undefined` where it has none, can't be read, or is known at deployment alone. */
export function fromOf(statement: string | Rule | undefined, version: SqlVersion): string | undefined {
  const from = ruleOf(statement, version)?.from
  return from === undefined || hasTokens(from) || from.includes(STAND_IN) ? undefined : from
}

/** The statement's syntax tree; `undefined` where AWS refuses the text, or it is not known. */
export function ruleOf(statement: string | Rule | undefined, version: SqlVersion): Rule | undefined {
  if (typeof statement !== 'string') return statement
  try {
    return parseRule(statement, { version })
  } catch (error) {
    if (error instanceof RuleError) return undefined
    throw error
  }
}
