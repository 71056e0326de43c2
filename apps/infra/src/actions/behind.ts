import type { HandlerGrant, IngestQueue, RuleAction } from '@keg/cdk-constructs'
import type { Action, Flow, Handler } from '@keg/flows'
import type { Stack } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Outside } from '../outside.ts'
import type { StateStack } from '../state-stack.ts'
import type { SwapMachine } from './machine.ts'

/** What an action of a flow is built on. */
export interface Behind {
  /** Where it is built. */
  readonly scope: Stack
  readonly stage: string
  readonly state: StateStack
  /** What others have made. */
  readonly outside: Outside
  readonly flow: Flow
  /** The machine of swaps. */
  readonly swaps: SwapMachine
  /** Told of alarms; absent = nobody is. */
  readonly alarmTopic: ITopic | undefined
  /** The queue from which the flow's messages come again, and the one beside it that gets those which it failed with. */
  readonly queue: IngestQueue
  /** What a handler of the flow may do. */
  readonly grantsOf: (handler: Handler) => readonly HandlerGrant[]
}

/**
 * Builds an action of this kind, and what stands behind it; `undefined` where the stage has no such thing, as an account with Salesforce.
 */
export type ActionBuilder<Kind extends Action['kind']> =
  (action: Extract<Action, { readonly kind: Kind }>, behind: Behind) => RuleAction | undefined
