import { TopicTrie, messageBytes, together, type Clock, type Message, type MessageSource, type Routing, type Table } from '@keg/mqtt-broker'
import { basicIngest } from '@keg/mqtt-topics'
import type { RuleContext, RuleOutputValue, RulePorts, RuleResult } from '@keg/rule-dsl'
import type { ActionPorts } from '../actions/action.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import type { TopicRulePayload } from '../model/model.generated.ts'
import { ActionRunner, type RuleEvent } from './action-runner.ts'
import { errorText } from './error-document.ts'
import { KeptRuns, type StoredOutput, type StoredRun } from './kept-runs.ts'
import { ruleContext } from './rule-context.ts'
import { RuleRun, type KeptBefore, type RunParts } from './rule-run.ts'
import type { RuleWatch } from './rule-watch.ts'
import type { CompiledTopicRule } from './topic-rule.ts'

export interface RuleEngineOptions {
  readonly region: string
  readonly accountId: string
  readonly clock: Clock
  readonly newId: () => string
  readonly meter: Pick<UsageMeter, 'rulesTriggered' | 'actionExecuted'>
  readonly random: () => number
  readonly ports: ActionPorts
  /** What the functions of rules may ask. */
  readonly rulePorts: RulePorts
  readonly log: (event: RuleEvent) => void
  /** Whether what goes well is logged, too. */
  readonly verbose: boolean
  /** Keeps what is acknowledged until its actions end; absent = nothing outlives the process. */
  readonly kept?: Table<StoredRun> | undefined
}

/** The topic rules that are enabled, and what they do with each message. */
export class RuleEngine {
  readonly #options: RuleEngineOptions
  readonly #runner: ActionRunner
  readonly #runs: KeptRuns
  readonly #byName = new Map<string, CompiledTopicRule>()
  readonly #byTopic = new TopicTrie<CompiledTopicRule>()
  /** By trace id. */
  readonly #watches = new Map<string, RuleWatch>()

  constructor(options: RuleEngineOptions) {
    this.#options = options
    this.#runner = new ActionRunner(options)
    this.#runs = new KeptRuns(options.clock, options.kept, ({ ruleName, message: { topic }, traceId }, error) => {
      const message = `Rule ${ruleName} can not keep its work on a message of ${topic}, which is acknowledged when its actions are through: ${errorText(error)}`
      options.log({ level: 'error', event: 'action-failed', ruleName, topic, traceId, message })
    })
  }

  /** Takes a rule into service in place of an older one of the name; one that is disabled takes its place alone. */
  put(rule: CompiledTopicRule): void {
    this.remove(rule.ruleName)
    if (rule.isDisabled) return
    this.#tellUnavailable(rule)
    this.#byName.set(rule.ruleName, rule)
    if (rule.compiled.topicFilter !== undefined) this.#byTopic.add(rule.compiled.topicFilter, rule)
  }

  remove(ruleName: string): void {
    const rule = this.#byName.get(ruleName)
    if (rule?.compiled.topicFilter !== undefined) this.#byTopic.remove(rule.compiled.topicFilter, rule)
    this.#byName.delete(ruleName)
  }

  /** Runs every rule the message is for; it is done when each action was delivered or given up with a reason. */
  route(message: Message, source: MessageSource): Routing | undefined {
    const rules = this.#rulesFor(message, source)
    if (rules.length === 0) return undefined
    this.#options.meter.rulesTriggered(rules.length, messageBytes(message))
    const context = this.#contextOf(message, source)
    const watch = source.hops === 0 && source.traceId !== undefined ? this.#watches.get(source.traceId) : undefined
    if (this.#options.verbose) for (const { ruleName } of rules) this.#tellMatch(ruleName, message, source, context)
    return together(rules.map((rule) => this.#run({ rule, message, source, context }, watch)))
  }

  /** Runs what an earlier process left under way, by the rules as they were then. To be called once others can be asked. */
  async resume(): Promise<void> {
    const left = [...this.#runs.left()]
    if (left.length === 0) return
    const [{ compileTopicRule }, { readOutput }] = await Promise.all([import('./topic-rule.ts'), import('./read-output.ts')])
    if (this.#runner.isClosing) return
    for (const [key, stored] of left) {
      try {
        const rule = compileTopicRule(stored.ruleName, JSON.parse(stored.definition) as TopicRulePayload, this.#options)
        const context = this.#contextOf(stored.message, stored.source, stored)
        this.#resume({ rule, ...stored, context }, { key, ...stored }, readOutput)
      } catch (error) {
        this.#runs.forget(key, stored)
        const { ruleName, message: { topic }, traceId } = stored
        const message = `Rule ${ruleName} was at work on a message of ${topic} when the core ended, and can not go on: ${errorText(error)}`
        this.#options.log({ level: 'error', event: 'action-failed', ruleName, topic, traceId, message })
      }
    }
  }

  /** Publishes by `publish` a message with this trace id, and tells what each rule and action makes of it. */
  async watching(traceId: string, watch: RuleWatch, publish: () => Promise<void> | undefined): Promise<void> {
    this.#watches.set(traceId, watch)
    try {
      await publish()
    } finally {
      this.#watches.delete(traceId)
    }
  }

  /** Tells what each rule would make of the message; no action runs and nothing is metered, but what functions of rules ask is asked. */
  async rehearse(message: Message, source: MessageSource, watch: RuleWatch): Promise<void> {
    const context = this.#contextOf(message, source)
    await Promise.all(this.#rulesFor(message, source).map((rule) => explain(rule, message, context, watch)))
  }

  /** Waits for actions under way; retries are cut short. */
  close(): Promise<void> {
    return this.#runner.close()
  }

  /** Basic Ingest names its one rule; any other topic is for the rules whose filter matches. */
  #rulesFor({ topic }: Message, { clientId, principal, traceId }: MessageSource): readonly CompiledTopicRule[] {
    const ingest = basicIngest(topic)
    if (ingest === undefined) return this.#byTopic.match(topic)
    const rule = this.#byName.get(ingest.rule)
    if (rule !== undefined) return [rule]
    const message = `Basic Ingest names the rule ${ingest.rule}, which is not there or disabled.`
    this.#options.log({ level: 'warn', event: 'rule-not-found', ruleName: ingest.rule, topic, clientId, principal, traceId, message })
    return []
  }

  /** What can not be delivered is said when the rule goes into service, instead of for each message. */
  #tellUnavailable({ ruleName, actions, errorAction }: CompiledTopicRule): void {
    const { ports: { unavailable }, log } = this.#options
    for (const { name: action, resource } of errorAction === undefined ? actions : [...actions, errorAction]) {
      const why = unavailable?.(action)
      if (why !== undefined) {
        log({
          level: 'warn', event: 'action-unavailable', ruleName, action, resource,
          message: `Rule ${ruleName}, action ${action} to ${resource} can not be delivered: ${why}.`,
        })
      }
    }
  }

  #tellMatch(ruleName: string, { topic }: Message, { clientId, principal }: MessageSource, { traceId }: RuleContext): void {
    this.#options.log({
      level: 'info', event: 'rule-matched', ruleName, topic, clientId, principal, traceId, message: `Rule ${ruleName} gets ${topic}.`,
    })
  }

  #contextOf(
    message: Message, source: MessageSource, known: { readonly nowMs?: number; readonly traceId?: string | undefined } = {},
  ): RuleContext {
    const { accountId, clock, newId, random, rulePorts } = this.#options
    const { nowMs = clock.nowMs(), traceId = source.traceId ?? newId() } = known
    return ruleContext(message, source, { accountId, nowMs, traceId, newId, random, ports: rulePorts })
  }

  /** What is evaluated at once and is not for the actions, or for those that end at once, needs no run. */
  #run(parts: RunParts, watch: RuleWatch | undefined): Routing | undefined {
    const { rule: { compiled }, message, context } = parts
    if (watch === undefined && compiled.externalFunctions.length === 0) {
      const result = this.#actable(parts, compiled.evaluate(message, context))
      return result && this.#actInTurn(parts, result)
    }
    const run = new RuleRun(parts, this.#runs)
    run.secure()
    return this.#begin(run, this.#evaluate(run, watch))
  }

  #actInTurn(parts: RunParts, result: Matched): Routing | undefined {
    const ended = this.#runner.runInTurn(parts, result)
    if (ended?.failures.length === 0) return together(ended.onward)
    const run = new RuleRun(parts, this.#runs)
    if (ended === undefined) return this.#begin(run, this.#act(run, result))
    return together([...ended.onward, this.#begin(run, this.#runner.fail(run, result, ended.failures))])
  }

  #resume(parts: RunParts, before: KeptBefore, readOutput: (stored: StoredOutput) => RuleOutputValue): void {
    const run = new RuleRun(parts, this.#runs, before)
    const { output } = before
    const work = output === undefined ? this.#evaluate(run) : this.#runner.run(run, { ...output, output: readOutput(output) })
    this.#begin(run, work)
  }

  #begin(run: RuleRun, work: Promise<void>): RuleRun {
    return run.begin(this.#runner.track(work), (error) => {
      const { rule: { ruleName }, message: { topic }, context: { traceId } } = run
      this.#options.log({
        level: 'error', event: 'action-failed', ruleName, topic, traceId,
        message: `Rule ${ruleName} broke off on ${topic}: ${errorText(error)}`,
      })
    })
  }

  async #evaluate(run: RuleRun, watch?: RuleWatch): Promise<void> {
    const { rule, message, context } = run
    const evaluated = watch === undefined
      ? await rule.compiled.evaluateAsync(message, context)
      : await explain(rule, message, context, watch)
    const result = this.#actable(run, evaluated)
    if (result !== undefined) await this.#act(run, result, watch)
  }

  #act(run: RuleRun, { output, payload }: Matched, watch?: RuleWatch): Promise<void> {
    run.puts(output, payload)
    return this.#runner.run(run, { output, payload }, watch && ((end) => watch.answered(run.rule, end)))
  }

  /** The result, where there are actions for it; a failure is logged. */
  #actable({ rule: { ruleName, actions }, message, source, context }: RunParts, result: RuleResult): Matched | undefined {
    if (result.kind === 'failed') {
      this.#options.log({
        level: 'error', event: 'rule-failed', ruleName, topic: message.topic, clientId: source.clientId, principal: source.principal,
        traceId: context.traceId, code: result.code,
        message: `Rule ${ruleName} failed on ${message.topic}: ${result.code}, ${result.message}`,
      })
    }
    return result.kind === 'matched' && actions.length > 0 ? result : undefined
  }
}

type Matched = Extract<RuleResult, { kind: 'matched' }>

/** Evaluates a rule with every operand's value. */
async function explain(rule: CompiledTopicRule, message: Message, context: RuleContext, watch: RuleWatch): Promise<RuleResult> {
  const { explainTopicRule } = await import('./topic-rule.ts')
  const explanation = await explainTopicRule(rule, message, context)
  watch.evaluated(rule, explanation)
  return explanation.result
}
