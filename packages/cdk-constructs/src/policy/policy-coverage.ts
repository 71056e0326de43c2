import { filterPattern, resourcePattern } from '../topics/topic-overlap.ts'
import { ACTIONS } from './policy-vocabulary.ts'
import { TOKEN, type PolicyResource, type PolicyStatement } from './policy-document.ts'

/** Whether the text that a policy writes for actions stands for this one. */
export const standsFor = (pattern: string, action: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 'is').test(action)

/** Whether the statement is of this action. */
export const isOf = ({ actions, exceptActions }: PolicyStatement, action: string): boolean =>
  exceptActions !== actions.some((pattern) => pattern.includes(TOKEN) || standsFor(pattern, action))

/** The actions of AWS IoT policies that the statement is of. */
export const actionsOf = (statement: PolicyStatement): readonly string[] => Object.keys(ACTIONS).filter((action) => isOf(statement, action))

export const isOfType = ({ type }: PolicyResource, ...types: readonly string[]): boolean => type === undefined || type === '*' || types.includes(type)

/** The topics of a `topic/…` resource. What is known at deployment alone may come to anything. */
export const topicsOf = ({ type, name }: PolicyResource) => resourcePattern(type === 'topic' ? name.replaceAll(TOKEN, '*') : '*')

/** The topics that all subscriptions together get which a `topicfilter/…` resource allows. */
export const subscribedTopicsOf = ({ type, name }: PolicyResource) => {
  if (type !== 'topicfilter') return resourcePattern('*')
  const filter = name.replace(/^\$share\/[^/]*\//, '').replaceAll(TOKEN, '*')
  return filterPattern(filter.replaceAll(/\$\{[^}]*\}/g, '+')).flatMap((character) => (character === '*' ? resourcePattern('*') : character === '?' ? filterPattern('+') : [character]))
}
