import { basicIngest } from '@keg/mqtt-topics'
import { Effort } from '../functions/effort.ts'
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
  /** The evaluation that a nested query stands in; absent for the message itself. */
  readonly outer: Run | undefined
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
  readonly outer = undefined
  private readonly message: RuleMessage
  private payload: SqlValue | typeof UNREAD = UNREAD
  private spent: Effort | undefined

  constructor(message: RuleMessage, given: RuleContext, version: SqlVersion, calls: ExternalCalls | undefined) {
    this.message = message
    this.given = given
    this.version = version
    this.calls = calls
  }
  get effort(): Effort {
    return (this.spent ??= new Effort())
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

/** The evaluation on one element of a nested query, which has attributes of its own and all else of the query around it. */
class ElementRun implements Run {
  readonly root: SqlValue
  readonly bytes = undefined
  readonly outer: Run
  constructor(outer: Run, root: SqlValue) {
    this.outer = outer
    this.root = root
  }
  get given(): RuleContext {
    return this.outer.given
  }
  get version(): SqlVersion {
    return this.outer.version
  }
  get calls(): ExternalCalls | undefined {
    return this.outer.calls
  }
  get effort(): Effort {
    return this.outer.effort
  }
  get topic(): string {
    return this.outer.topic
  }
  get variables(): Record<string, SqlValue> {
    return this.outer.variables
  }
}

/** The evaluation on one element of a nested query. */
export const elementRun = (outer: Run, root: SqlValue): Run => new ElementRun(outer, root)
