import type { Action } from '../operations/model.generated.ts'
import { invalidRequest, notEmulated } from '../operations/service-exception.ts'
import type { ActionKind, ActionName, ActionSetup, PreparedAction } from './action.ts'
import { lambdaAction } from './lambda.ts'
import { republishAction } from './republish.ts'
import { sqsAction } from './sqs.ts'

/** The actions that are delivered, by their name in the service model. */
export const actions = {
  lambda: lambdaAction,
  republish: republishAction,
  sqs: sqsAction,
} as const

/** Makes an action ready. Throws ServiceException for a bad configuration, and for a kind that is not delivered here. */
export function prepareAction(config: Action, setup: ActionSetup): PreparedAction {
  // The keys of an Action are the service model's names of its kinds.
  const names = (Object.keys(config) as ActionName[]).filter((name) => config[name] !== undefined)
  const [name] = names
  if (name === undefined || names.length > 1) throw invalidRequest('An action has exactly one kind')
  const kind = name in actions ? actions[name as keyof typeof actions] : undefined
  if (kind === undefined) throw notEmulated(`The rule action ${name}`)
  // `kind` was looked up by `name`, which TypeScript does not follow across the union.
  return { name, ...(kind as ActionKind).prepare(config[name] as never, setup) }
}
