import { Construct } from 'constructs'
import { toQueue } from '../rules/actions/to-queue.ts'
import type { RuleAction } from '../rules/rule-action.ts'
import { TopicRule } from '../topic-rule/topic-rule.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/** What AWS IoT tells of each client. */
export type LifecycleEvent = 'connected' | 'disconnected' | 'connect_failed' | 'subscribed' | 'unsubscribed'

/** The message of an event; it may come twice, and out of order: of one client the highest `versionNumber` is the newest. */
export interface LifecycleMessage {
  readonly clientId: string
  readonly eventType: LifecycleEvent
  /** Milliseconds. */
  readonly timestamp: number
  readonly sessionIdentifier: string
  readonly principalIdentifier: string
  /** Of a certificate that is attached to one thing exclusively. */
  readonly thingName?: string
  /** Of connecting. */
  readonly ipAddress?: string
  /** Of connected and disconnected. */
  readonly versionNumber?: number
  /** Of disconnected. */
  readonly clientInitiatedDisconnect?: boolean
  /** Of disconnected: `CONNECTION_LOST`, `DUPLICATE_CLIENTID` and so on. */
  readonly disconnectReason?: string
  /** Of connect_failed. */
  readonly connectFailureReason?: string
  /** Of subscribed and unsubscribed: the filters. */
  readonly topics?: readonly string[]
}

export interface LifecycleEventsProps {
  /** @default ['connected', 'disconnected'] */
  readonly events?: readonly LifecycleEvent[]
  /** What gets each event; templates may name the members of {@link LifecycleMessage}. */
  readonly actions: readonly RuleAction[]
  /** Leaves events out: a condition as behind WHERE. @default - none */
  readonly where?: string
  /** @default - a queue that keeps what an action failed with for 14 days */
  readonly errorAction?: RuleAction
}

const FAMILIES = { presence: ['connected', 'disconnected', 'connect_failed'], subscriptions: ['subscribed', 'unsubscribed'] } as const
type Family = keyof typeof FAMILIES

const text = { type: 'string' }
/** Names in templates that no event has are told at synthesis. */
const SCHEMA = {
  type: 'object', required: ['clientId', 'eventType', 'timestamp', 'sessionIdentifier', 'principalIdentifier'], additionalProperties: false,
  properties: {
    clientId: text, eventType: text, timestamp: { type: 'number' }, sessionIdentifier: text, principalIdentifier: text, thingName: text,
    ipAddress: text, versionNumber: { type: 'number' }, clientInitiatedDisconnect: { type: 'boolean' }, disconnectReason: text,
    connectFailureReason: text, topics: { type: 'array', items: text },
  },
}

/**
 * Sends what AWS IoT tells of clients that come, go and subscribe to actions of rules. Clients whose id holds `#` or `+` have no events.
 *
 * @example new LifecycleEvents(this, 'Presence', { actions: [toQueue(queue)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 */
export class LifecycleEvents extends Construct {
  /** One for events of connections, one for those of subscriptions, where both are asked for. */
  readonly rules: readonly TopicRule[]

  constructor(scope: Construct, id: string, { events = ['connected', 'disconnected'], actions, where, errorAction }: LifecycleEventsProps) {
    super(scope, id)
    const refusals = new Refusals(this)
    if (events.length === 0) refusals.refuse('events', `there is none; take ${Object.values(FAMILIES).flat().join(', ')}`)
    if (actions.length === 0) refusals.refuse('actions', 'nothing gets the events; give an action, such as toQueue(queue)')
    const families = (['presence', 'subscriptions'] as const).filter((family) => asked(family, events).length > 0)
    const rules: TopicRule[] = []
    for (const family of families) {
      const letters = rules[0]?.deadLetterQueue
      rules.push(new TopicRule(this, family === 'presence' ? 'Presence' : 'Subscriptions', present({
        sql: statement(family, asked(family, events), where), schema: SCHEMA, actions,
        // One queue is enough for both.
        errorAction: errorAction ?? (letters && toQueue(letters)),
      })))
    }
    this.rules = rules
  }
}

const asked = (family: Family, events: readonly LifecycleEvent[]) => FAMILIES[family].filter((event) => events.includes(event))

/** Client ids may hold slashes, so that `#` stands for them. */
function statement(family: Family, events: readonly LifecycleEvent[], where: string | undefined): string {
  const [only] = events
  const all = events.length === FAMILIES[family].length
  const filter = `$aws/events/${family}/${events.length === 1 ? only : '+'}/#`
  const ofEvents = all || events.length === 1 ? [] : [`eventType IN [${events.map((event) => `'${event}'`).join(', ')}]`]
  const conditions = [...ofEvents, ...(where === undefined ? [] : [ofEvents.length === 0 ? where : `(${where})`])]
  return `SELECT * FROM '${filter}'${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`
}
