/** A rule of AWS IoT: its SQL, as `@keg/rule-dsl` prints it. */
interface Rule {
  readonly sql: string
}

/** To a queue that a handler empties; what the handler gives up goes to the quarantine queue. */
export interface QueueAction {
  readonly kind: 'queue'
  /** The queue, and the handler `apps/ingest/src/{name}.ts` that empties it. */
  readonly name: string
}

/** To another topic: a substitution template, evaluated on the message that the rule saw. */
export interface RepublishAction {
  readonly kind: 'republish'
  readonly topic: string
  readonly qos: 0 | 1
}

export type Action = QueueAction | RepublishAction

/** One path of the map: which messages, by which rule, to where. */
export interface Flow<R extends Rule = Rule> {
  /** A name of letters, digits and `_`: it becomes part of the rule's name on AWS. */
  readonly name: string
  readonly description: string
  readonly rule: R
  readonly actions: readonly Action[]
}

/** Declares a path; see `pours.ts`. Throws for a name that AWS would refuse in a rule. */
export function flow<const R extends Rule>(declared: Flow<R>): Flow<R> {
  if (!/^\w{1,64}$/.test(declared.name)) throw new Error(`The flow ${JSON.stringify(declared.name)} needs a name of 1 to 64 letters, digits and "_".`)
  return declared
}

/** To the queue that the handler of this name empties. */
export const queue = (name: string): QueueAction => ({ kind: 'queue', name })

/** To another topic, at least once unless `qos` says otherwise. */
export const republish = (topic: string, { qos = 1 }: { qos?: 0 | 1 } = {}): RepublishAction => ({ kind: 'republish', topic, qos })
