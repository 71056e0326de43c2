import { basicIngest } from '@keg/mqtt-topics'
import { explainRuleAsync, type RuleContext, type RulePorts, type RuleResult } from '@keg/rule-dsl'
import type { ActionInput, ActionPorts } from '../actions/action.ts'
import { messageBytes, type Message, type MessageSource } from '../broker/message.ts'
import type { Clock } from '../clock.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import type { TopicRulePayload } from '../operations/model.generated.ts'
import { TopicTrie } from '../topics/topic-trie.ts'
import { ActionRunner, type RuleEvent } from './action-runner.ts'
import { ruleContext } from './rule-context.ts'
import type { RuleWatch } from './rule-watch.ts'
import { compileTopicRule, type CompiledTopicRule } from './topic-rule.ts'

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
}

/** A message on its way through the rules. */
type MessageAround = Pick<ActionInput, 'source' | 'context'> & { readonly message: Message }

/** The topic rules that are enabled, and what they do with each message. */
export class RuleEngine {
  readonly #options: RuleEngineOptions
  readonly #runner: ActionRunner
  readonly #byName = new Map<string, CompiledTopicRule>()
  readonly #byTopic = new TopicTrie<CompiledTopicRule>()
  /** By trace id. */
  readonly #watches = new Map<string, RuleWatch>()

  constructor(options: RuleEngineOptions) {
    this.#options = options
    this.#runner = new ActionRunner(options)
  }

  /** Takes a rule into service in place of an older one of the name; throws ServiceException where it can't be one. */
  put(ruleName: string, payload: TopicRulePayload): void {
    const { region, accountId } = this.#options
    const rule = compileTopicRule(ruleName, payload, { region, arn: (service, resource) => `arn:aws:${service}:${region}:${accountId}:${resource}` })
    this.remove(ruleName)
    if (payload.ruleDisabled) return
    this.#tellUnavailable(rule)
    this.#byName.set(ruleName, rule)
    if (rule.compiled.topicFilter !== undefined) this.#byTopic.add(rule.compiled.topicFilter, rule)
  }

  remove(ruleName: string): void {
    const rule = this.#byName.get(ruleName)
    if (rule?.compiled.topicFilter !== undefined) this.#byTopic.remove(rule.compiled.topicFilter, rule)
    this.#byName.delete(ruleName)
  }

  /** Runs every rule the message is for; the promise ends when each action was delivered or given up with a reason. */
  route(message: Message, source: MessageSource): Promise<void> | undefined {
    const rules = this.#rulesFor(message, source)
    if (rules.length === 0) return undefined
    this.#options.meter.rulesTriggered(rules.length, messageBytes(message))
    const context = this.#contextOf(message, source)
    const watch = source.hops === 0 && source.traceId !== undefined ? this.#watches.get(source.traceId) : undefined
    if (this.#options.verbose) for (const { ruleName } of rules) this.#tellMatch(ruleName, message, source, context)
    const run = (rule: CompiledTopicRule) =>
      watch === undefined ? this.#run(rule, message, source, context) : this.#runWatched(rule, { message, source, context }, watch)
    const running = rules.map(run).filter((one) => one !== undefined)
    return running.length === 0 ? undefined : Promise.all(running).then(() => undefined)
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
      if (why !== undefined) log({ level: 'warn', event: 'action-unavailable', ruleName, action, resource, message: `Rule ${ruleName}, action ${action} to ${resource} can not be delivered: ${why}.` })
    }
  }

  #tellMatch(ruleName: string, { topic }: Message, { clientId, principal }: MessageSource, { traceId }: RuleContext): void {
    this.#options.log({ level: 'info', event: 'rule-matched', ruleName, topic, clientId, principal, traceId, message: `Rule ${ruleName} gets ${topic}.` })
  }

  #contextOf(message: Message, source: MessageSource): RuleContext {
    const { accountId, clock, newId, random, rulePorts } = this.#options
    return ruleContext(message, source, { accountId, nowMs: clock.nowMs(), traceId: source.traceId ?? newId(), newId, random, ports: rulePorts })
  }

  #run(rule: CompiledTopicRule, message: Message, source: MessageSource, context: RuleContext): Promise<void> | undefined {
    const { compiled } = rule
    const act = (result: RuleResult) => this.#act(rule, result, { message, source, context })
    return compiled.externalFunctions.length === 0 ? act(compiled.evaluate(message, context)) : compiled.evaluateAsync(message, context).then(act)
  }

  async #runWatched(rule: CompiledTopicRule, around: MessageAround, watch: RuleWatch): Promise<void> {
    const result = await explain(rule, around.message, around.context, watch)
    await this.#act(rule, result, around, watch)
  }

  #act(rule: CompiledTopicRule, result: RuleResult, { message, source, context }: MessageAround, watch?: RuleWatch): Promise<void> | undefined {
    const { ruleName, actions } = rule
    if (result.kind === 'failed') {
      this.#options.log({
        level: 'error', event: 'rule-failed', ruleName, topic: message.topic, clientId: source.clientId, principal: source.principal,
        traceId: context.traceId, code: result.code, message: `Rule ${ruleName} failed on ${message.topic}: ${result.code}, ${result.message}`,
      })
    }
    if (result.kind !== 'matched' || actions.length === 0) return undefined
    return this.#runner.run(rule, { ruleName, output: result.output, payload: result.payload, message, context, source }, watch && ((end) => watch.answered(rule, end)))
  }
}

/** Evaluates a rule with every operand's value. */
async function explain(rule: CompiledTopicRule, message: Message, context: RuleContext, watch: RuleWatch): Promise<RuleResult> {
  const explanation = await explainRuleAsync(rule.compiled.rule, message, context, { ruleName: rule.ruleName })
  watch.evaluated(rule, explanation)
  return explanation.result
}
