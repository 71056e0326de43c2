import { filterPattern, NOBODY, overlaps, resourcePattern } from '../topics/topic-overlap.ts'
import { ACTIONS } from './policy-vocabulary.ts'
import { TOKEN, type PolicyResource, type PolicyStatement } from './policy-document.ts'

/** Whether the text that a policy writes for actions stands for this one. */
export const standsFor = (pattern: string, action: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 'is').test(action)

/** Whether the statement is of this action. */
export const isOf = ({ actions, exceptActions }: PolicyStatement, action: string): boolean =>
  exceptActions !== actions.some((pattern) => pattern.includes(TOKEN) || standsFor(pattern, action))

/** Whether the statement is of this action, whatever is known at deployment alone. */
export const isSurelyOf = (statement: PolicyStatement, action: string): boolean =>
  isOf(statement, action) && !statement.actions.some((pattern) => pattern.includes(TOKEN))

/** The actions of AWS IoT policies that the statement is of. */
export const actionsOf = (statement: PolicyStatement): readonly string[] => Object.keys(ACTIONS).filter((action) => isOf(statement, action))

export const isOfType = ({ type }: PolicyResource, ...types: readonly string[]): boolean =>
  type === undefined || type === '*' || types.includes(type)

/** Names that nobody has, without a slash and with one: what stands for both stands for any. */
const ANY_NAME = [NOBODY, `${NOBODY}/${NOBODY}`]

/**
 * Whether the resource stands for each `type/…`, or for each whose name begins and ends so. What is known at deployment alone stands for
 * nothing in a name.
 */
export function standsForAll({ whole }: PolicyResource, type: string, before = '', after = ''): boolean {
  const parts = whole.split(':')
  // The last part is, or holds, the name; a wildcard goes on over colons.
  const isHead = (index: number) => index < HEAD_PARTS && index < parts.length - 1
  const written = parts.map((part, index) => (isHead(index) ? part.replaceAll(TOKEN, '*') : part)).join(':')
  // A variable is one device's.
  const pattern = resourcePattern(written.replace(/\$\{[^}]*\}/g, TOKEN))
  const fitting = (index: number) => (isHead(index) ? (parts[index] ?? '').replaceAll(TOKEN, '').replace(/[*?]/g, '') : 'x')
  const head = `arn:${fitting(1)}:iot:${fitting(3)}:${fitting(4)}`
  return ANY_NAME.every((name) => overlaps(pattern, resourcePattern(`${head}:${type}/${before}${name}${after}`)))
}

/** `arn:PARTITION:iot:REGION:ACCOUNT:`. */
const HEAD_PARTS = 5

/** The topics of a `topic/…` resource. What is known at deployment alone may come to anything. */
export const topicsOf = ({ type, name }: PolicyResource) => resourcePattern(type === 'topic' ? name.replaceAll(TOKEN, '*') : '*')

/** The topics that all subscriptions together get which a `topicfilter/…` resource allows. */
export const subscribedTopicsOf = ({ type, name }: PolicyResource) => {
  if (type !== 'topicfilter') return resourcePattern('*')
  const filter = name.replace(/^\$share\/[^/]*\//, '').replaceAll(TOKEN, '*')
  return filterPattern(filter.replaceAll(/\$\{[^}]*\}/g, '+')).flatMap((character) =>
    (character === '*' ? resourcePattern('*') : character === '?' ? filterPattern('+') : [character]))
}
