import type { Message, MessageSource, Table } from '@keg/mqtt-broker'
import { ManualClock } from '@keg/mqtt-broker/testing'
import type { RulePorts } from '@keg/rule-dsl'
import type { ActionPorts, Deliver } from '../actions/action.ts'
import type { ActionFunctions } from '../actions/requests.ts'
import { UsageMeter } from '../metering/usage-meter.ts'
import type { Action, TopicRulePayload } from '../model/model.generated.ts'
import type { RuleEvent } from '../rules/action-runner.ts'
import type { StoredRun } from '../rules/kept-runs.ts'
import { RuleEngine } from '../rules/rule-engine.ts'
import { compileTopicRule } from '../rules/topic-rule.ts'

export const roleArn = 'arn:aws:iam::123456789012:role/rule'
export const toQueue = (queueUrl: string): Action => ({ sqs: { roleArn, queueUrl } })
export const toTopic = (topic: string): Action => ({ republish: { roleArn, topic, qos: 1 } })
export const message = (topic: string, payload: string, more: Partial<Message> = {}): Message => ({
  topic, payload: new TextEncoder().encode(payload), qos: 1, retain: false, ...more,
})
export const text = (payload: Uint8Array) => new TextDecoder().decode(payload)

/** A port that hands requests to functions, with no service behind. */
export const functions = (given: ActionFunctions): Deliver => async (kind, request, origin) => given[kind]?.(request, origin)

const account = { region: 'us-east-1', accountId: '123456789012' }

/** An engine with ports that write down what they get; republished messages go round again. */
export function openEngine(ports: Partial<ActionPorts> = {}, rulePorts: RulePorts = {}, kept?: Table<StoredRun>) {
  const clock = new ManualClock()
  const log: RuleEvent[] = []
  const queued: { queueUrl: string; body: string }[] = []
  const published: Message[] = []
  let ids = 0
  const engine = new RuleEngine({
    ...account, clock, kept, random: () => 0.5, rulePorts, newId: () => `trace-${++ids}`,
    meter: new UsageMeter(() => clock.nowMs()), log: (event) => log.push(event), verbose: false,
    ports: {
      nowMs: () => clock.nowMs(),
      newId: () => `id-${++ids}`,
      destinationStatus: () => undefined,
      deliver: functions({
        sqs: async ({ QueueUrl: queueUrl, MessageBody: body }) => queued.push({ queueUrl, body }),
        lambda: () => Promise.resolve(undefined),
      }),
      publish: (one, from) => {
        published.push(one)
        return engine.route(one, from)
      },
      ...ports,
    },
  })
  const put = (ruleName: string, sql: string, actions: readonly Action[], more: Partial<TopicRulePayload> = {}) =>
    engine.put(compileTopicRule(ruleName, { sql, actions, awsIotSqlVersion: '2016-03-23', ...more }, account))
  const route = (one: Message, source: MessageSource = { clientId: 'keg-1', hops: 0 }) =>
    engine.route(one, source)?.done ?? Promise.resolve()
  return { engine, clock, log, queued, published, put, route }
}
