import type { ActionInput, ActionPorts, PreparedAction } from '../actions/action.ts'
import type { Clock } from '../clock.ts'
import type { CompiledTopicRule } from './topic-rule.ts'

export interface RuleEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: 'rule-failed' | 'rule-not-found' | 'action-failed' | 'error-action-failed'
  readonly message: string
  readonly ruleName: string
  readonly topic: string
  readonly action?: string
  readonly resource?: string
  readonly clientId?: string | undefined
  readonly traceId?: string | undefined
}

/** Pauses before the second, third and fourth try of an action. */
const RETRY_DELAYS_MS = [100, 400, 1600]
/** Actions of all rules that run at a time; the others wait their turn. */
const MAX_RUNNING = 200

interface Failure {
  readonly failedAction: string
  readonly failedResource: string
  readonly errorMessage: string
}

export interface ActionRunner {
  /** Runs the rule's actions side by side, then, if any failed, its error action with one document about all of them. Never rejects. */
  run(rule: CompiledTopicRule, input: ActionInput): Promise<void>
  close(): Promise<void>
}

export function createActionRunner({ clock, ports, log }: { clock: Clock; ports: ActionPorts; log: (event: RuleEvent) => void }): ActionRunner {
  const running = new Set<Promise<void>>()
  const waiting: (() => void)[] = []
  const retries = new Set<() => void>()
  let slots = MAX_RUNNING
  let closing = false

  const turn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (slots > 0) slots--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) slots++
      else next()
    }
  }

  const pause = (delayMs: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        retries.delete(wake)
        cancel()
        resolve()
      }
      const cancel = clock.after(delayMs, wake)
      retries.add(wake)
    })

  /** The last error, or `undefined` once a try succeeded. */
  const attempt = async (action: PreparedAction, input: ActionInput): Promise<unknown> => {
    for (let tries = 0; ; tries++) {
      try {
        // A republish runs further rules: with a turn taken, those could wait for it for ever.
        await (action.remote ? turn(() => action.run(input, ports)) : action.run(input, ports))
        return undefined
      } catch (error) {
        const delayMs = action.remote ? RETRY_DELAYS_MS[tries] : undefined
        if (delayMs === undefined || closing) return error
        await pause(delayMs)
      }
    }
  }

  const runAll = async (rule: CompiledTopicRule, input: ActionInput) => {
    const failures = await Promise.all(
      rule.actions.map(async (action) => {
        const error = await attempt(action, input)
        return error === undefined ? [] : [describe(action, input, error, log)]
      }),
    )
    const failed = failures.flat()
    if (failed.length === 0 || rule.errorAction === undefined) return
    const error = await attempt(rule.errorAction, { ...input, payload: errorDocument(input, failed) })
    if (error !== undefined) report('error-action-failed', rule.errorAction, input, error, log)
  }

  return {
    run(rule, input) {
      const work = runAll(rule, input).finally(() => running.delete(work))
      running.add(work)
      return work
    },
    async close() {
      closing = true
      while (running.size > 0) {
        for (const wake of [...retries]) wake()
        await Promise.all(running)
      }
    },
  }
}

function describe(action: PreparedAction, input: ActionInput, error: unknown, log: (event: RuleEvent) => void): Failure {
  report('action-failed', action, input, error, log)
  return {
    failedAction: `${action.name.charAt(0).toUpperCase()}${action.name.slice(1)}Action`,
    failedResource: action.resource,
    errorMessage: `The ${action.name} action failed. The error received was ${text(error)}. Message arrived on: ${input.message.topic}, Action: ${action.name}, Resource: ${action.resource}`,
  }
}

function report(event: RuleEvent['event'], action: PreparedAction, { ruleName, message, source, context }: ActionInput, error: unknown, log: (event: RuleEvent) => void): void {
  log({
    level: 'error', event, ruleName, topic: message.topic, action: action.name, resource: action.resource, clientId: source.clientId, traceId: context.traceId,
    message: `Rule ${ruleName}, ${event === 'error-action-failed' ? 'error action' : 'action'} ${action.name} to ${action.resource} failed: ${text(error)}`,
  })
}

/** What an error action gets. @see https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html */
function errorDocument({ ruleName, message, context }: ActionInput, failures: readonly Failure[]): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify({
      ruleName,
      topic: message.topic,
      cloudwatchTraceId: context.traceId,
      clientId: context.clientId ?? 'N/A',
      base64OriginalPayload: Buffer.from(message.payload).toString('base64'),
      failures,
    }),
  )
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error))
