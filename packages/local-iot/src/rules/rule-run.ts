import type { Message, MessageSource, Routing } from '@keg/mqtt-broker'
import type { RuleContext, RuleOutputValue } from '@keg/rule-dsl'
import type { PreparedAction } from '../actions/action.ts'
import type { KeptRuns, StoredOutput, StoredRun } from './kept-runs.ts'
import type { CompiledTopicRule } from './topic-rule.ts'

/** A rule and the message that it is for. */
export interface RunParts {
  readonly rule: CompiledTopicRule
  readonly message: Message
  readonly source: MessageSource
  readonly context: RuleContext
}

/** A run that an earlier process kept. */
export interface KeptBefore extends Pick<StoredRun, 'output' | 'due'> {
  readonly key: string
}

/** One rule on one message, from its evaluation to the end of its actions. */
export class RuleRun implements Routing, RunParts {
  readonly rule: CompiledTopicRule
  readonly message: Message
  readonly source: MessageSource
  readonly context: RuleContext
  readonly #runs: KeptRuns
  readonly #safe = Promise.withResolvers<undefined>()
  readonly #onward: Promise<void>[] = []
  #work: Promise<void> = Promise.resolve()
  #isSafe = false
  #isSecured = false
  /** Counts as under way. */
  #isCounted = false
  #key: string | undefined
  #output: StoredOutput | undefined
  #due: readonly number[]
  #stays = false
  #isOver = false
  #outlasting = 0
  #cancelTimer: (() => void) | undefined

  constructor({ rule, message, source, context }: RunParts, runs: KeptRuns, before?: KeptBefore) {
    this.rule = rule
    this.message = message
    this.source = source
    this.context = context
    this.#runs = runs
    this.#key = before?.key
    this.#output = before?.output
    this.#due = before?.due ?? rule.actions.map((_, index) => index)
    // Nobody may ask for it.
    this.#safe.promise.catch(() => undefined)
    if (before === undefined) return
    this.#isSecured = true
    this.#count()
    this.#beSafe()
  }

  get safe(): Promise<void> | undefined {
    return this.#isSafe ? undefined : this.#safe.promise
  }

  get done(): Promise<void> {
    return this.#work.then(() => Promise.all(this.#onward)).then(() => undefined)
  }

  /** The actions still to be delivered, and their places in the rule. */
  get due(): readonly (readonly [index: number, action: PreparedAction])[] {
    return this.#due.flatMap((index) => {
      const action = this.rule.actions[index]
      return action === undefined ? [] : [[index, action] as const]
    })
  }

  /** Takes the work that ends the run; one that breaks off after it counted as safe is told to `onBroken`. */
  begin(work: Promise<void>, onBroken: (error: unknown) => void): this {
    this.#work = work
    work.then(
      () => this.#end(),
      (error: unknown) => {
        if (this.#isSafe) onBroken(error)
        this.#release()
        this.#safe.reject(error)
      },
    )
    return this
  }

  /** To be called before others are asked, who may take their time: the run is made safe when they do. */
  secure(): void {
    if (this.#isSecured) return
    this.#isSecured = true
    if (!this.#runs.hasRoomFor(this.message.payload.length)) return
    this.#count()
    this.#cancelTimer = this.#runs.afterWhile(this.message, () => this.#secureNow())
  }

  /** The rule matched and put this out. */
  puts(output: RuleOutputValue, payload: Uint8Array): void {
    this.#output = { payload, isBinary: output instanceof Uint8Array }
    this.#save()
  }

  delivered(index: number): void {
    this.#due = this.#due.filter((one) => one !== index)
    // The last one ends the run, and its row with it.
    if (this.#due.length > 0) this.#save()
  }

  /** What an action set going, which looks after itself. */
  follow(onward: Routing): void {
    this.#onward.push(onward.done)
  }

  /** Takes work that is waited for by nobody; the run is kept until it ends. */
  outlast(work: Promise<void>): Promise<void> {
    this.#outlasting += 1
    return work.finally(() => {
      this.#outlasting -= 1
      this.#forgetIfOver()
    })
  }

  /** Leaves the rest to the next process; `false` where there is nothing to leave it in. */
  stay(): boolean {
    if (this.#key === undefined && this.#isCounted) this.#secureNow()
    this.#stays = this.#key !== undefined
    return this.#stays
  }

  #secureNow(): void {
    const kept = this.#runs.keep(this.#stored())
    // What can not be kept is acknowledged when its actions are through.
    if (kept === 'failed') return
    if (kept !== 'none') this.#key = kept.key
    this.#beSafe()
  }

  #save(): void {
    if (this.#key !== undefined) this.#runs.change(this.#key, this.#stored())
  }

  #stored(): StoredRun {
    const { rule: { ruleName, definition }, message, source, context: { nowMs, traceId } } = this
    return { ruleName, definition, message, source, nowMs, traceId, output: this.#output, due: this.#due }
  }

  #end(): void {
    this.#isOver = true
    this.#cancelTimer?.()
    // Nobody waits for what outlasts the run: it is kept now, or the run is safe when that ends.
    if (this.#outlasting > 0 && this.#key === undefined && this.#isCounted) this.#secureNow()
    this.#forgetIfOver()
  }

  #forgetIfOver(): void {
    if (!this.#isOver || this.#outlasting > 0) return
    if (this.#key !== undefined && !this.#stays) this.#runs.forget(this.#key, this.#stored())
    this.#release()
    this.#beSafe()
  }

  #count(): void {
    this.#isCounted = true
    this.#runs.begin(this.message.payload.length)
  }

  #release(): void {
    this.#cancelTimer?.()
    if (this.#isCounted) this.#runs.end(this.message.payload.length)
    this.#isCounted = false
  }

  #beSafe(): void {
    this.#isSafe = true
    this.#safe.resolve(undefined)
  }
}
