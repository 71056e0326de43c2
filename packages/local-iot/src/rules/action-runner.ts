import type { Clock, Routing } from '@keg/mqtt-broker'
import type { RuleFailureCode } from '@keg/rule-dsl'
import { LastingFailure, type ActionInput, type ActionPorts, type PreparedAction, type RunPorts } from '../actions/action.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import { EventInvocations } from './event-invocations.ts'
import { errorDocument, errorText, type Failure } from './error-document.ts'
import type { RuleRun, RunParts } from './rule-run.ts'
import { Turns } from './turns.ts'

export interface RuleEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: 'rule-matched'
    | 'rule-failed'
    | 'rule-not-found'
    | 'action-started'
    | 'action-delivered'
    | 'action-failed'
    | 'action-unavailable'
    | 'action-left'
    | 'error-action-failed'
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

/** How the tries of an action came out: the last error, `undefined` once one succeeded. */
type Attempt = Pick<ActionEnd, 'error' | 'tries'> & {
  /** The core closed before the last try. */
  readonly isCutShort: boolean
}

/** How the actions of a rule ended that had nothing to wait for. */
export interface EndedInTurn {
  /** What they set going, which looks after itself. */
  readonly onward: readonly Routing[]
  /** For {@link ActionRunner.fail}. */
  readonly failures: readonly (ActionEnd & Attempt)[]
}

/** What a rule put out for its actions. */
export type RuleOutput = Pick<ActionInput, 'output' | 'payload'>

interface EndOptions {
  /** Its place in the rule; absent = the error action. */
  readonly index?: number
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
  readonly #invocations = new EventInvocations({ pause: (delayMs) => this.#pause(delayMs), isClosing: () => this.#closing })
  #closing = false

  constructor({ clock, ports, log, verbose, meter }: ActionRunnerParts) {
    this.#clock = clock
    this.#ports = { ...ports, pause: (delayMs) => this.#pause(delayMs), metered: (bytes) => meter.actionExecuted(bytes) }
    this.#log = log
    this.#verbose = verbose
    this.#meter = meter
  }

  /** Runs the actions that are due side by side, then, if any failed, the rule's error action with one document about all of them. */
  async run(run: RuleRun, output: RuleOutput, onEnd?: (end: ActionEnd) => void): Promise<void> {
    const { rule: { ruleName }, message, context, source } = run
    const input = { ruleName, ...output, message, context, source }
    const refused = (action: PreparedAction) => (error: unknown) =>
      this.#fail(run, input, [{ action, error, tries: 1, isErrorAction: false, isCutShort: false }], onEnd)
    const ends = await Promise.all(
      run.due.map(([index, action]) => this.#end(run, action, input, { index, onEnd, refused: refused(action) })),
    )
    await this.#fail(run, input, ends.filter(({ error }) => error !== undefined), onEnd)
  }

  /** Runs all actions of a rule in this turn; `undefined` where one of them may have to wait: then none has run. */
  runInTurn({ rule: { ruleName, actions }, message, context, source }: RunParts, output: RuleOutput): EndedInTurn | undefined {
    // Those who want to read each step get each step.
    if (this.#verbose || !actions.every(({ runInTurn }) => runInTurn !== undefined)) return undefined
    const input = { ruleName, ...output, message, context, source }
    const onward: Routing[] = []
    const failures: EndedInTurn['failures'][number][] = []
    for (const action of actions) {
      this.#meter.actionExecuted(input.payload.length)
      try {
        const routing = action.runInTurn?.(input, this.#ports)
        if (routing !== undefined) onward.push(routing)
      } catch (error) {
        failures.push({ action, error, tries: 1, isErrorAction: false, isCutShort: false })
      }
    }
    return { onward, failures }
  }

  /** Goes on where an action failed in {@link runInTurn}: each failure in the log, and the rule's error action. */
  fail(run: RuleRun, output: RuleOutput, failures: EndedInTurn['failures']): Promise<void> {
    const { rule: { ruleName }, message, context, source } = run
    return this.#fail(run, { ruleName, ...output, message, context, source }, failures)
  }

  get isClosing(): boolean {
    return this.#closing
  }

  /** Counts work as under way until it ends. */
  track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#running.delete(tracked))
    this.#running.add(tracked)
    return tracked
  }

  /** Waits for what is under way; nothing is tried again any more. */
  async close(): Promise<void> {
    this.#closing = true
    while (this.#running.size > 0) {
      for (const wake of [...this.#pauses]) wake()
      await Promise.allSettled(this.#running)
    }
  }

  /** Runs the error action with one document about actions that failed. */
  async #fail(
    run: RuleRun, input: ActionInput, failures: readonly (ActionEnd & Attempt)[], onEnd?: (end: ActionEnd) => void,
  ): Promise<void> {
    if (failures.some(({ isCutShort }) => isCutShort) && this.#leave(run, failures, input)) return
    for (const failure of failures) this.#tell('action-failed', failure, input)
    const { errorAction } = run.rule
    if (failures.length === 0 || errorAction === undefined) return
    const tell = (end: Pick<ActionEnd, 'action' | 'isErrorAction' | 'error'>) => this.#tell('error-action-failed', end, input)
    const refused = async (error: unknown) => tell({ action: errorAction, isErrorAction: true, error })
    const last = await this.#end(run, errorAction, { ...input, ...errorDocument(input, failures) }, { onEnd, refused })
    if (last.error !== undefined && !(last.isCutShort && this.#leave(run, [last], input))) tell(last)
  }

  /** The core closes between two tries: the next process goes on, where there can be one. */
  #leave(run: RuleRun, failures: readonly Pick<ActionEnd, 'action' | 'isErrorAction' | 'error'>[], input: ActionInput): boolean {
    if (!run.stay()) return false
    for (const failure of failures) this.#tell('action-left', failure, input)
    return true
  }

  async #end(
    run: RuleRun, action: PreparedAction, input: ActionInput, { index, onEnd, refused }: EndOptions,
  ): Promise<ActionEnd & Attempt> {
    const isErrorAction = index === undefined
    if (this.#verbose) this.#tell('action-started', { action, isErrorAction }, input)
    if (action.remote || run.rule.asksOthers) run.secure()
    const delivered = () => { if (index !== undefined) run.delivered(index) }
    const attempted = action.asynchronous === true
      ? this.#invoke(run, action, input, { isErrorAction, refused, delivered })
      : this.#attempt(run, action, input)
    const ended = { action, isErrorAction, ...(await attempted) }
    if (this.#verbose && ended.error === undefined) this.#tell('action-delivered', ended, input)
    if (action.asynchronous !== true && ended.error === undefined) delivered()
    onEnd?.(ended)
    return ended
  }

  /**
   * Hands the event of an asynchronous action over; the function's own failures are told in the log alone. The run is kept until it is
   * through.
   */
  async #invoke(
    run: RuleRun, action: PreparedAction, input: ActionInput,
    { isErrorAction, refused, delivered }: Pick<EndOptions, 'refused'>
      & { readonly isErrorAction: boolean; readonly delivered: () => void },
  ): Promise<Attempt> {
    this.#meter.actionExecuted(input.payload.length)
    const dropped = (error: unknown, tries: number, isCutShort: boolean) => {
      if (isCutShort && this.#leave(run, [{ action, isErrorAction, error }], input)) return
      const told = new Error(`${errorText(error)} (the function's ${tries === 1 ? 'only try' : `last of ${tries} tries`})`)
      this.#tell(isErrorAction ? 'error-action-failed' : 'action-failed', { action, isErrorAction, error: told }, input)
    }
    const goesOn = (work: Promise<void>) => void this.track(run.outlast(work))
    const error = await this.#invocations.invoke(() => action.run(input, this.#ports), { refused, dropped, done: delivered, goesOn })
    return { error, tries: 1, isCutShort: false }
  }

  async #attempt(run: RuleRun, action: PreparedAction, input: ActionInput): Promise<Attempt> {
    if (action.batching === undefined) this.#meter.actionExecuted(input.payload.length)
    for (let tries = 1; ; tries++) {
      try {
        // A republish runs further rules: with a turn taken, those could wait for it for ever.
        const onward = await (action.remote ? this.#turns.take(() => action.run(input, this.#ports)) : action.run(input, this.#ports))
        if (onward !== undefined) run.follow(onward)
        return { error: undefined, tries, isCutShort: false }
      } catch (error) {
        const delayMs = mayPass(action, error, tries - 1) ? RETRY_DELAYS_MS[tries - 1] : undefined
        if (delayMs === undefined || this.#closing) {
          return { error: error ?? new Error('The action failed without an error.'), tries, isCutShort: delayMs !== undefined }
        }
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

  #tell(
    event: keyof typeof OUTCOMES,
    { action: { name, resource }, isErrorAction, error }: Pick<ActionEnd, 'action' | 'isErrorAction'> & { error?: unknown },
    input: ActionInput,
  ): void {
    const { ruleName, message: { topic }, source: { clientId, principal }, context: { traceId } } = input
    // Told once, when the rule went into service.
    if (error !== undefined && errorText(error) === this.#ports.unavailable?.(name)) return
    const what = `Rule ${ruleName}, ${isErrorAction ? 'error action' : 'action'} ${name} to ${resource}`
    this.#log({
      level: error === undefined ? 'info' : event === 'action-left' ? 'warn' : 'error', event, ruleName, topic, action: name, resource,
      clientId, principal, traceId, message: `${what} ${OUTCOMES[event]}${error === undefined ? '.' : `: ${errorText(error)}`}`,
    })
  }
}

const OUTCOMES = {
  'action-started': 'starts', 'action-delivered': 'is delivered', 'action-failed': 'failed',
  'action-left': 'is cut short and runs again after the next start', 'error-action-failed': 'failed',
} as const

/** Whether another try, after so many further ones, could end otherwise. */
const mayPass = ({ remote, retries = RETRY_DELAYS_MS.length }: PreparedAction, error: unknown, retried: number): boolean =>
  remote && retried < retries && !(error instanceof LastingFailure)
