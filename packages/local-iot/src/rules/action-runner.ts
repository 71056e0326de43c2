import type { RuleFailureCode } from '@keg/rule-dsl'
import { LastingFailure, type ActionInput, type ActionPorts, type PreparedAction, type RunPorts } from '../actions/action.ts'
import type { Clock } from '../clock.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import { errorDocument, errorText, type Failure } from './error-document.ts'
import type { CompiledTopicRule } from './topic-rule.ts'
import { Turns } from './turns.ts'

export interface RuleEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: 'rule-matched' | 'rule-failed' | 'rule-not-found' | 'action-started' | 'action-delivered' | 'action-failed' | 'error-action-failed'
  readonly message: string
  readonly ruleName: string
  readonly topic: string
  readonly action?: string
  readonly resource?: string
  readonly clientId?: string | undefined
  readonly principal?: string | undefined
  readonly traceId?: string | undefined
  /** Why evaluating the rule failed. */
  readonly code?: RuleFailureCode
}

/** How one action of a rule ended. */
export interface ActionEnd extends Failure {
  readonly isErrorAction: boolean
  readonly tries: number
}

/** Pauses before the second, third and fourth try of an action. */
const RETRY_DELAYS_MS = [100, 400, 1600]
/** Actions of all rules that ask another service at a time. */
const MAX_RUNNING = 200

/** What an {@link ActionRunner} is handed. */
export interface ActionRunnerParts {
  readonly clock: Clock
  readonly ports: ActionPorts
  readonly log: (event: RuleEvent) => void
  /** Whether what goes well is logged, too. */
  readonly verbose: boolean
  readonly meter: Pick<UsageMeter, 'actionExecuted'>
}

/** Runs actions: tried again where that may help, then the error action, and each failure in the log. */
export class ActionRunner {
  readonly #clock: Clock
  readonly #ports: RunPorts
  readonly #log: (event: RuleEvent) => void
  readonly #verbose: boolean
  readonly #meter: ActionRunnerParts['meter']
  readonly #turns = new Turns(MAX_RUNNING)
  readonly #running = new Set<Promise<void>>()
  readonly #pauses = new Set<() => void>()
  #closing = false

  constructor({ clock, ports, log, verbose, meter }: ActionRunnerParts) {
    this.#clock = clock
    this.#ports = { ...ports, pause: (delayMs) => this.#pause(delayMs), metered: (bytes) => meter.actionExecuted(bytes) }
    this.#log = log
    this.#verbose = verbose
    this.#meter = meter
  }

  /** Runs the rule's actions side by side, then, if any failed, its error action with one document about all of them. Never rejects. */
  run(rule: CompiledTopicRule, input: ActionInput, onEnd?: (end: ActionEnd) => void): Promise<void> {
    const work = this.#runAll(rule, input, onEnd).finally(() => this.#running.delete(work))
    this.#running.add(work)
    return work
  }

  /** Waits for what is under way; nothing is tried again any more. */
  async close(): Promise<void> {
    this.#closing = true
    while (this.#running.size > 0) {
      for (const wake of [...this.#pauses]) wake()
      await Promise.all(this.#running)
    }
  }

  async #runAll({ actions, errorAction }: CompiledTopicRule, input: ActionInput, onEnd?: (end: ActionEnd) => void): Promise<void> {
    const end = async (action: PreparedAction, given: ActionInput, isErrorAction: boolean): Promise<ActionEnd> => {
      if (this.#verbose) this.#tell('action-started', { action, isErrorAction }, input)
      const ended = { action, isErrorAction, ...(await this.#attempt(action, given)) }
      if (this.#verbose && ended.error === undefined) this.#tell('action-delivered', ended, input)
      onEnd?.(ended)
      return ended
    }
    const ends = await Promise.all(actions.map((action) => end(action, input, false)))
    const failures = ends.filter(({ error }) => error !== undefined)
    for (const failure of failures) this.#tell('action-failed', failure, input)
    if (failures.length === 0 || errorAction === undefined) return
    const last = await end(errorAction, { ...input, ...errorDocument(input, failures) }, true)
    if (last.error !== undefined) this.#tell('error-action-failed', last, input)
  }

  /** The last error, `undefined` once a try succeeded, and how many tries it took. */
  async #attempt(action: PreparedAction, input: ActionInput): Promise<Pick<ActionEnd, 'error' | 'tries'>> {
    if (action.batching === undefined) this.#meter.actionExecuted(input.payload.length)
    for (let tries = 1; ; tries++) {
      try {
        // A republish runs further rules: with a turn taken, those could wait for it for ever.
        await (action.remote ? this.#turns.take(() => action.run(input, this.#ports)) : action.run(input, this.#ports))
        return { error: undefined, tries }
      } catch (error) {
        const delayMs = mayPass(action, error, tries - 1) ? RETRY_DELAYS_MS[tries - 1] : undefined
        if (delayMs === undefined || this.#closing) return { error: error ?? new Error('The action failed without an error.'), tries }
        await this.#pause(delayMs)
      }
    }
  }

  #pause(delayMs: number): Promise<void> {
    if (this.#closing) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        this.#pauses.delete(wake)
        cancel()
        resolve()
      }
      const cancel = this.#clock.after(delayMs, wake)
      this.#pauses.add(wake)
    })
  }

  #tell(event: keyof typeof OUTCOMES, { action: { name, resource }, isErrorAction, error }: Pick<ActionEnd, 'action' | 'isErrorAction'> & { error?: unknown }, input: ActionInput): void {
    const { ruleName, message: { topic }, source: { clientId, principal }, context: { traceId } } = input
    const what = `Rule ${ruleName}, ${isErrorAction ? 'error action' : 'action'} ${name} to ${resource}`
    this.#log({
      level: error === undefined ? 'info' : 'error', event, ruleName, topic, action: name, resource, clientId, principal, traceId,
      message: `${what} ${OUTCOMES[event]}${error === undefined ? '.' : `: ${errorText(error)}`}`,
    })
  }
}

const OUTCOMES = { 'action-started': 'starts', 'action-delivered': 'is delivered', 'action-failed': 'failed', 'error-action-failed': 'failed' } as const

/** Whether another try, after so many further ones, could end otherwise. */
const mayPass = ({ remote, retries = RETRY_DELAYS_MS.length }: PreparedAction, error: unknown, retried: number): boolean =>
  remote && retried < retries && !(error instanceof LastingFailure)
