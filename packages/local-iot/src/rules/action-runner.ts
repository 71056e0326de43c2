import type { RuleFailureCode } from '@keg/rule-dsl'
import { LastingFailure, type ActionInput, type ActionPorts, type PreparedAction, type RunPorts } from '../actions/action.ts'
import type { Clock } from '../clock.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import { EventInvocations } from './event-invocations.ts'
import { errorDocument, errorText, type Failure } from './error-document.ts'
import type { CompiledTopicRule } from './topic-rule.ts'
import { Turns } from './turns.ts'

export interface RuleEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: 'rule-matched' | 'rule-failed' | 'rule-not-found' | 'action-started' | 'action-delivered' | 'action-failed' | 'action-unavailable' | 'error-action-failed'
  readonly message: string
  readonly ruleName: string
  /** Absent where it is about no message. */
  readonly topic?: string
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

interface EndOptions {
  readonly isErrorAction: boolean
  readonly onEnd: ((end: ActionEnd) => void) | undefined
  /** Told of an asynchronous action that is refused when it seemed to be over. */
  readonly refused: (error: unknown) => Promise<void>
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
  readonly #invocations = new EventInvocations({
    pause: (delayMs) => this.#pause(delayMs), isClosing: () => this.#closing, background: (work) => void this.#track(work),
  })
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
    return this.#track(this.#runAll(rule, input, onEnd))
  }

  #track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#running.delete(tracked))
    this.#running.add(tracked)
    return tracked
  }

  /** Waits for what is under way; nothing is tried again any more. */
  async close(): Promise<void> {
    this.#closing = true
    while (this.#running.size > 0) {
      for (const wake of [...this.#pauses]) wake()
      await Promise.all(this.#running)
    }
  }

  async #runAll(rule: CompiledTopicRule, input: ActionInput, onEnd?: (end: ActionEnd) => void): Promise<void> {
    const refused = (action: PreparedAction) => (error: unknown) => this.#fail(rule, input, [{ action, isErrorAction: false, error, tries: 1 }], onEnd)
    const ends = await Promise.all(rule.actions.map((action) => this.#end(action, input, { isErrorAction: false, onEnd, refused: refused(action) })))
    await this.#fail(rule, input, ends.filter(({ error }) => error !== undefined), onEnd)
  }

  /** Runs the error action with one document about actions that failed. */
  async #fail({ errorAction }: CompiledTopicRule, input: ActionInput, failures: readonly ActionEnd[], onEnd?: (end: ActionEnd) => void): Promise<void> {
    for (const failure of failures) this.#tell('action-failed', failure, input)
    if (failures.length === 0 || errorAction === undefined) return
    const tell = (end: Pick<ActionEnd, 'action' | 'isErrorAction' | 'error'>) => this.#tell('error-action-failed', end, input)
    const refused = async (error: unknown) => tell({ action: errorAction, isErrorAction: true, error })
    const last = await this.#end(errorAction, { ...input, ...errorDocument(input, failures) }, { isErrorAction: true, onEnd, refused })
    if (last.error !== undefined) tell(last)
  }

  async #end(action: PreparedAction, input: ActionInput, { isErrorAction, onEnd, refused }: EndOptions): Promise<ActionEnd> {
    if (this.#verbose) this.#tell('action-started', { action, isErrorAction }, input)
    const attempted = action.asynchronous === true ? this.#invoke(action, input, isErrorAction, refused) : this.#attempt(action, input)
    const ended = { action, isErrorAction, ...(await attempted) }
    if (this.#verbose && ended.error === undefined) this.#tell('action-delivered', ended, input)
    onEnd?.(ended)
    return ended
  }

  /** Hands the event of an asynchronous action over; the function's own failures are told in the log alone. */
  async #invoke(action: PreparedAction, input: ActionInput, isErrorAction: boolean, refused: EndOptions['refused']): Promise<Pick<ActionEnd, 'error' | 'tries'>> {
    this.#meter.actionExecuted(input.payload.length)
    const dropped = (error: unknown, tries: number) =>
      this.#tell(isErrorAction ? 'error-action-failed' : 'action-failed', { action, isErrorAction, error: new Error(`${errorText(error)} (the function's ${tries === 1 ? 'only try' : `last of ${tries} tries`})`) }, input)
    return { error: await this.#invocations.invoke(() => action.run(input, this.#ports), { refused, dropped }), tries: 1 }
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
    // Told once, when the rule went into service.
    if (error !== undefined && errorText(error) === this.#ports.unavailable?.(name)) return
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
