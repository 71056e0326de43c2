import { basicIngest } from '@keg/mqtt-topics'
import type { ExternalCalls, FunctionContext, RuleContext } from '../functions/function-context.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'
import { readPayload, type RuleMessage } from './payload.ts'

/** One evaluation of a rule on one message. */
export interface Run extends FunctionContext {
  /** What attributes are looked up in and `*` stands for: the payload, or the item of a nested query. */
  readonly root: SqlValue
  /** The payload's bytes; absent in a nested query, whose items have none of their own. */
  readonly bytes: Uint8Array | undefined
  /** SET variables, by their name. */
  readonly variables: Record<string, SqlValue>
}

/** A compiled expression. */
export type Evaluate = (run: Run) => SqlValue

const NO_VARIABLES: Record<string, SqlValue> = Object.freeze(Object.create(null))
const UNREAD = Symbol('unread')

/** The evaluation on a whole message; topic and payload are read when they are first asked for. */
export class MessageRun implements Run {
  readonly given: RuleContext
  readonly version: SqlVersion
  readonly calls: ExternalCalls | undefined
  variables = NO_VARIABLES
  private readonly message: RuleMessage
  private payload: SqlValue | typeof UNREAD = UNREAD

  constructor(message: RuleMessage, given: RuleContext, version: SqlVersion, calls: ExternalCalls | undefined) {
    this.message = message
    this.given = given
    this.version = version
    this.calls = calls
  }
  get bytes(): Uint8Array {
    return this.message.payload
  }
  get topic(): string {
    const { topic } = this.message
    return topic.startsWith('$') ? (basicIngest(topic)?.topic ?? topic) : topic
  }
  get root(): SqlValue {
    if (this.payload === UNREAD) this.payload = readPayload(this.message, this.version)
    return this.payload
  }
}

/** The evaluation on one item of a nested query. */
export const itemRun = ({ given, version, calls, topic, variables }: Run, root: SqlValue): Run =>
  ({ given, version, calls, topic, variables, root, bytes: undefined })
