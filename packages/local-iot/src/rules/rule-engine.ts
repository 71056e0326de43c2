import { basicIngest } from '@keg/mqtt-topics'
import type { RuleContext, RulePorts, RuleResult } from '@keg/rule-dsl'
import type { ActionInput, ActionPorts } from '../actions/action.ts'
import { messageBytes, type Message, type MessageSource } from '../broker/message.ts'
import type { Clock } from '../clock.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import type { TopicRulePayload } from '../operations/model.generated.ts'
import { TopicTrie } from '../topics/topic-trie.ts'
import { ActionRunner, type RuleEvent } from './action-runner.ts'
import { ruleContext } from './rule-context.ts'
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
}

/** The topic rules that are enabled, and what they do with each message. */
export class RuleEngine {
  readonly #options: RuleEngineOptions
  readonly #runner: ActionRunner
  readonly #byName = new Map<string, CompiledTopicRule>()
  readonly #byTopic = new TopicTrie<CompiledTopicRule>()

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
    const { accountId, clock, meter, newId, random, rulePorts } = this.#options
    meter.rulesTriggered(rules.length, messageBytes(message))
    const around = { accountId, nowMs: clock.nowMs(), traceId: newId(), newId, random, ports: rulePorts }
    const context = ruleContext(message, source, around)
    const running = rules.map((rule) => this.#run(rule, message, source, context)).filter((one) => one !== undefined)
    return running.length === 0 ? undefined : Promise.all(running).then(() => undefined)
  }

  /** Waits for actions under way; retries are cut short. */
  close(): Promise<void> {
    return this.#runner.close()
  }

  /** Basic Ingest names its one rule; any other topic is for the rules whose filter matches. */
  #rulesFor({ topic }: Message, { clientId }: MessageSource): readonly CompiledTopicRule[] {
    const ingest = basicIngest(topic)
    if (ingest === undefined) return this.#byTopic.match(topic)
    const rule = this.#byName.get(ingest.rule)
    if (rule !== undefined) return [rule]
    const message = `Basic Ingest names the rule ${ingest.rule}, which is not there or disabled.`
    this.#options.log({ level: 'warn', event: 'rule-not-found', ruleName: ingest.rule, topic, clientId, message })
    return []
  }

  #run(rule: CompiledTopicRule, message: Message, source: MessageSource, context: RuleContext): Promise<void> | undefined {
    const { compiled } = rule
    const act = (result: RuleResult) => this.#act(rule, result, { message, source, context })
    return compiled.externalFunctions.length === 0 ? act(compiled.evaluate(message, context)) : compiled.evaluateAsync(message, context).then(act)
  }

  #act(rule: CompiledTopicRule, result: RuleResult, { message, source, context }: Pick<ActionInput, 'message' | 'source' | 'context'>): Promise<void> | undefined {
    const { ruleName, actions } = rule
    if (result.kind === 'failed') {
      this.#options.log({
        level: 'error', event: 'rule-failed', ruleName, topic: message.topic, clientId: source.clientId, traceId: context.traceId,
        message: `Rule ${ruleName} failed on ${message.topic}: ${result.code}, ${result.message}`,
      })
    }
    if (result.kind !== 'matched' || actions.length === 0) return undefined
    return this.#runner.run(rule, { ruleName, output: result.output, payload: result.payload, message, context, source })
  }
}
