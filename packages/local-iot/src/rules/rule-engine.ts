import { basicIngest } from '@keg/mqtt-topics'
import type { RuleContext } from '@keg/rule-dsl'
import type { ActionPorts } from '../actions/action.ts'
import type { Message, MessageSource } from '../broker/message.ts'
import type { Clock } from '../clock.ts'
import type { TopicRulePayload } from '../operations/model.generated.ts'
import { TopicTrie } from '../topics/topic-trie.ts'
import { createActionRunner, type RuleEvent } from './action-runner.ts'
import { compileTopicRule, type CompiledTopicRule } from './topic-rule.ts'
import { ruleContext } from './rule-context.ts'

/** The topic rules that are enabled, and what they do with each message. */
export interface RuleEngine {
  /** Takes a rule into service in place of an older one of the name; throws ServiceException where it can't be one. */
  put(ruleName: string, payload: TopicRulePayload): void
  remove(ruleName: string): void
  /** Runs every rule the message is for; the promise ends when each action was delivered or given up with a reason. */
  route(message: Message, source: MessageSource): Promise<void> | undefined
  /** Waits for actions under way; retries are cut short. */
  close(): Promise<void>
}

export interface RuleEngineOptions {
  readonly accountId: string
  readonly clock: Clock
  readonly newId: () => string
  readonly ports: ActionPorts
  readonly log: (event: RuleEvent) => void
}

export function createRuleEngine({ accountId, clock, newId, ports, log }: RuleEngineOptions): RuleEngine {
  const byName = new Map<string, CompiledTopicRule>()
  const byTopic = new TopicTrie<CompiledTopicRule>()
  const runner = createActionRunner({ clock, ports, log })

  const remove = (ruleName: string) => {
    const rule = byName.get(ruleName)
    if (rule?.compiled.topicFilter !== undefined) byTopic.remove(rule.compiled.topicFilter, rule)
    byName.delete(ruleName)
  }

  const run = (rule: CompiledTopicRule, message: Message, source: MessageSource, context: RuleContext) => {
    const result = rule.compiled.evaluate(message, context)
    if (result.kind === 'notMatched') return undefined
    if (result.kind === 'failed') {
      log({
        level: 'error', event: 'rule-failed', ruleName: rule.ruleName, topic: message.topic, clientId: source.clientId, traceId: context.traceId,
        message: `Rule ${rule.ruleName} failed on ${message.topic}: ${result.code}, ${result.message}`,
      })
      return undefined
    }
    if (rule.actions.length === 0) return undefined
    return runner.run(rule, { ruleName: rule.ruleName, payload: result.payload, message, context, source })
  }

  return {
    put(ruleName, payload) {
      const rule = compileTopicRule(ruleName, payload)
      remove(ruleName)
      if (payload.ruleDisabled) return
      byName.set(ruleName, rule)
      if (rule.compiled.topicFilter !== undefined) byTopic.add(rule.compiled.topicFilter, rule)
    },
    remove,
    route(message, source) {
      const ingest = basicIngest(message.topic)
      const named = ingest === undefined ? undefined : byName.get(ingest.rule)
      if (ingest !== undefined && named === undefined) {
        log({
          level: 'warn', event: 'rule-not-found', ruleName: ingest.rule, topic: message.topic, clientId: source.clientId,
          message: `Basic Ingest names the rule ${ingest.rule}, which is not there or disabled.`,
        })
      }
      const rules = ingest === undefined ? byTopic.match(message.topic) : named === undefined ? [] : [named]
      if (rules.length === 0) return undefined
      const context = ruleContext(message, source, { accountId, nowMs: clock.nowMs(), traceId: newId() })
      const running = rules.map((rule) => run(rule, message, source, context)).filter((one) => one !== undefined)
      return running.length === 0 ? undefined : Promise.all(running).then(() => undefined)
    },
    close: () => runner.close(),
  }
}
