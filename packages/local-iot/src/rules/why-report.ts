import type { Receiver } from '@keg/mqtt-broker'

/** What became of one message, rule by rule. */
export interface WhyReport {
  readonly topic: string
  /** As log lines, error documents and `traceid()` have it. */
  readonly traceId: string
  /** `false` after a rehearsal: nobody got the message, and no action ran. */
  readonly published: boolean
  /** Why no rule was asked at all: Basic Ingest that names none. */
  readonly because?: string
  /** The subscriptions it is for, and whether each may have it; none for Basic Ingest. */
  readonly receivers: readonly Receiver[]
  /** Every rule there is, by name. */
  readonly rules: readonly RuleVerdict[]
}

/** What a rule made of the message. `because` is a sentence without its full stop; `explanation` is the evaluation, operand by operand. */
export type RuleVerdict = { readonly ruleName: string; readonly sql: string } & (
  | { readonly verdict: 'otherTopic'; readonly because: string }
  | { readonly verdict: 'disabled'; readonly because: string }
  | { readonly verdict: 'notMatched'; readonly because: string; readonly explanation: string }
  | { readonly verdict: 'failed'; readonly code: string; readonly because: string; readonly explanation: string }
  | (
    RuleOutput & {
      readonly verdict: 'matched'
      readonly explanation: string
      readonly actions: readonly ActionAnswer[]
      readonly errorAction?: ActionAnswer
    }
  )
)

/** What the actions got: text where the bytes are some. */
export type RuleOutput = { readonly output: string } | { readonly outputBase64: string }

/** What an action answered. `notRun`: a rehearsal, or an error action that was not needed. */
export interface ActionAnswer {
  readonly action: string
  /** As configured, its templates not rendered. */
  readonly resource: string
  readonly answer: 'delivered' | 'failed' | 'notRun'
  readonly tries: number
  readonly error?: string
}

export interface WhyOptions {
  /** The client that the message is as if from; absent = none. */
  readonly clientId?: string
  /** Absent = 0. */
  readonly qos?: 0 | 1
  /** Evaluates the rules and does no more; what their functions ask (a shadow, a Lambda function) is asked. Absent = `false`. */
  readonly dryRun?: boolean
}
