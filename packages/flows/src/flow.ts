import type { Alert, PartialSettings } from '@keg/message-schemas/keg'
import { queue, type Action, type QueueAction } from './actions.ts'

/** A rule of AWS IoT: its SQL, as `@keg/rule-dsl` prints it. */
interface Rule {
  readonly sql: string
}

/** What a rule may look up while it is evaluated: a thing of the registry, or its shadow. */
export type Lookup = 'thing' | 'shadow'

/** Stands in a rule's SQL for the role that its lookups need; the stack puts the role's ARN there. */
export const LOOKUP_ROLE = 'arn:aws:iam::000000000000:role/lookup'

/** One path of the map: which messages, by which rule, to where. */
export interface Flow<R extends Rule = Rule> {
  /** A name of letters, digits and `_`: it becomes part of the rule's name on AWS. */
  readonly name: string
  readonly description: string
  readonly rule: R
  readonly actions: readonly Action[]
  /** What the rule looks up, with {@link LOOKUP_ROLE} as the role; absent = nothing. */
  readonly lookups?: readonly Lookup[]
}

/** What a gateway does on the spot where an edge rule matches. */
export interface Reaction {
  readonly alert: Alert['kind']
  /** What was exceeded, as the alert tells it. */
  readonly limit: number
  /** What is wished of the keg, in its shadow at the gateway. It stays so until a newer wish. */
  readonly desired: PartialSettings
}

/** A path that ends at the edge: a rule of the same language, run by the gateway. Its output names `kegId`. */
export interface EdgeFlow<R extends Rule = Rule> {
  readonly name: string
  readonly description: string
  readonly rule: R
  readonly reaction: Reaction
}

/** Declares a path; see `pours.ts`. Throws for a name that AWS would refuse in a rule. */
export const flow = <const R extends Rule>(declared: Flow<R>): Flow<R> => named(declared)

/** Declares a path at the edge; see `warm.ts`. */
export const edgeFlow = <const R extends Rule>(declared: EdgeFlow<R>): EdgeFlow<R> => named(declared)

function named<F extends { readonly name: string }>(declared: F): F {
  if (!/^\w{1,64}$/.test(declared.name))
    throw new Error(`The flow ${JSON.stringify(declared.name)} needs a name of 1 to 64 letters, digits and "_".`)
  return declared
}

/**
 * Of flows that have no queue: what their actions fail with comes to the quarantine queue beside this one, under the name of its flow, and
 * a replay comes from this one to the rule again; of telemetry, into the store. Its handler looks whether an entry is closed already.
 */
export const ruleReplays: QueueAction = queue('replays', { grants: ['writeStore', 'readStore', 'writeReadings'] })

/** The queue from which a flow's handler takes its messages, and replays of them. */
export const queueOf = ({ actions }: Pick<Flow, 'actions'>): QueueAction => actions.find((action) => action.kind === 'queue') ?? ruleReplays
