import type { Broker, Message, MessageSource } from '@keg/mqtt-broker'
import { basicIngest } from '@keg/mqtt-topics'
import { parseRule, printExplanation, type Explanation } from '@keg/rule-dsl'
import type { IotCore } from '../operations/iot-core.ts'
import type { TopicRule } from '../state/iot-state.ts'
import type { PreparedAction } from '../actions/action.ts'
import type { ActionEnd } from '../rules/action-runner.ts'
import { errorText } from '../rules/error-document.ts'
import type { RuleWatch } from '../rules/rule-watch.ts'
import { topicDifference } from '../rules/topic-difference.ts'
import type { CompiledTopicRule } from '../rules/topic-rule.ts'
import type { ActionAnswer, RuleOutput, RuleVerdict, WhyOptions, WhyReport } from '../rules/why-report.ts'

/** What was seen of a rule while the message went through. */
interface Sighting {
  readonly rule: CompiledTopicRule
  readonly explanation: Explanation
  readonly ends: ActionEnd[]
}

/** Publishes a message, or only rehearses it, and tells what every rule made of it. The topic and the payload's size are checked. */
export async function why(
  { state, broker, rules }: Pick<IotCore, 'state' | 'broker' | 'rules'>,
  topic: string,
  payload: Uint8Array,
  { clientId, qos = 0, dryRun = false }: WhyOptions,
): Promise<WhyReport> {
  const traceId = state.newId()
  const message: Message = { topic, payload, qos, retain: false }
  const source = { ...sourceOf(broker, clientId), traceId }
  // As they are now: an action may take its time, and rules may change meanwhile.
  const listed = [...state.rules.values()]
  const receivers = basicIngest(topic) === undefined ? broker.receivers(topic) : []
  const seen = new Map<string, Sighting>()
  const watch: RuleWatch = {
    evaluated: (rule, explanation) => seen.set(rule.ruleName, { rule, explanation, ends: [] }),
    answered: ({ ruleName }, end) => seen.get(ruleName)?.ends.push(end),
  }
  if (dryRun) await rules.rehearse(message, source, watch)
  else await rules.watching(traceId, watch, () => broker.publish(message, source)?.done)
  return {
    topic, traceId, published: !dryRun, ...noRule(topic, listed), receivers,
    rules: listed.map((rule) => verdictOf(rule, topic, seen.get(rule.ruleName))),
  }
}

/** As whom the client publishes, where it is connected. */
function sourceOf(broker: Broker, clientId: string | undefined): MessageSource {
  const presence = clientId === undefined ? undefined : broker.presence(clientId)
  if (presence === undefined || presence.ended !== undefined) return { clientId, hops: 0 }
  return { clientId, principal: presence.principal, sourceIp: presence.info.sourceIp, hops: 0 }
}

function noRule(topic: string, listed: readonly TopicRule[]): Pick<WhyReport, 'because'> {
  const named = basicIngest(topic)?.rule
  if (named === undefined || listed.some(({ ruleName }) => ruleName === named)) return {}
  return { because: `Basic Ingest names the rule ${named}, which is not there` }
}

function verdictOf(
  { ruleName, payload: { sql, ruleDisabled = false } }: TopicRule, topic: string, sighting: Sighting | undefined,
): RuleVerdict {
  if (sighting === undefined) {
    const otherTopic = whyUnseen(ruleName, sql, topic)
    if (otherTopic !== undefined) return { ruleName, sql, verdict: 'otherTopic', because: otherTopic }
    return {
      ruleName, sql, verdict: 'disabled', because: ruleDisabled ? 'the rule is disabled' : 'the rule was taken out of service meanwhile',
    }
  }
  const { result, because = '' } = sighting.explanation
  const explained = { ruleName, sql, explanation: printExplanation(sighting.explanation) }
  if (result.kind === 'failed') return { ...explained, verdict: 'failed', code: result.code, because }
  if (result.kind === 'notMatched') return { ...explained, verdict: 'notMatched', because }
  return { ...explained, verdict: 'matched', ...outputOf(result.payload), ...answersOf(sighting) }
}

/** Why the message is not for the rule at all; `undefined` where it would be. */
function whyUnseen(ruleName: string, sql: string, topic: string): string | undefined {
  const ingest = basicIngest(topic)
  if (ingest !== undefined) return ingest.rule === ruleName ? undefined : `Basic Ingest runs the rule it names alone, ${ingest.rule}`
  const { from } = parseRule(sql)
  if (from === undefined) return 'without FROM, only Basic Ingest reaches the rule'
  const difference = topicDifference(from, topic)
  return difference && `'${from}' does not match: ${difference}`
}

/** Every action in the rule's order, those that did not run too. */
function answersOf({ rule: { actions, errorAction }, ends }: Sighting): { actions: ActionAnswer[]; errorAction?: ActionAnswer } {
  const answerOf = (one: PreparedAction) => answer(one, ends.find(({ action }) => action === one))
  return { actions: actions.map(answerOf), ...(errorAction === undefined ? {} : { errorAction: answerOf(errorAction) }) }
}

function answer({ name: action, resource }: PreparedAction, end: ActionEnd | undefined): ActionAnswer {
  if (end === undefined) return { action, resource, answer: 'notRun', tries: 0 }
  const { tries, error } = end
  return error === undefined
    ? { action, resource, answer: 'delivered', tries }
    : { action, resource, answer: 'failed', tries, error: errorText(error) }
}

function outputOf(payload: Uint8Array): RuleOutput {
  try {
    return { output: new TextDecoder('utf-8', { fatal: true }).decode(payload) }
  } catch {
    return { outputBase64: Buffer.from(payload).toString('base64') }
  }
}
