import { awsIotLimits, expiresAt, type MessageProperties } from '@keg/mqtt-broker'
import { parseTopicName, TopicError } from '@keg/mqtt-topics'
import type { MqttHeaders } from '../model/model.generated.ts'
import { invalidRequest } from '../errors/service-exception.ts'
import { action, type ActionInput, type ActionSetup, type RunPorts } from './action.ts'
import { fields, render, rendered } from './templates.ts'

/** Ours: a message goes through at most so many republishing rules, so that two rules that feed each other end. */
const MAX_REPUBLISHES = 10

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/republish-rule-action.html */
export const republishAction = action('republish', ({ topic, qos = 0, headers = {} }, setup) => {
  if (qos !== 0 && qos !== 1) throw invalidRequest(`Republish QoS must be 0 or 1, not ${qos}`)
  const topicTemplate = setup.template(topic, { republishTopic: true })
  const headersFor = Object.values(headers).every((header) => header === undefined) ? undefined : compileHeaders(headers, setup)
  const checked: { text: string | undefined; name: string } = { text: undefined, name: '' }
  const send = (text: string, { messageExpirySec, ...properties }: RenderedHeaders, { payload, source, context }: ActionInput, {
    publish, nowMs,
  }: RunPorts) => {
    // A rule publishes to few topics, one after the other to the same.
    if (text !== checked.text) Object.assign(checked, { text, name: checkedTarget(text) })
    const { maxPayloadBytes, maxMessageExpirySec } = awsIotLimits
    if (payload.length > maxPayloadBytes) {
      throw new Error(`The output has ${payload.length} bytes; a message has at most ${maxPayloadBytes}.`)
    }
    if (source.hops >= MAX_REPUBLISHES) throw new Error(`The message was republished ${source.hops} times: rules feed each other.`)
    return publish(
      {
        topic: checked.name, payload, qos, retain: false, properties,
        expiresAtMs: expiresAt(nowMs(), messageExpirySec, maxMessageExpirySec),
      },
      // The source IP is not passed on: see the note at the page's end.
      { clientId: source.clientId, principal: source.principal, traceId: context.traceId, hops: source.hops + 1 },
    )
  }
  const waits = headersFor !== undefined || topicTemplate.externalFunctions.length > 0
  return {
    resource: topic,
    remote: false,
    run: async (input, ports) => {
      const routing = send(
        await render(topicTemplate, input), headersFor === undefined ? NO_HEADERS : await headersFor(input), input, ports,
      )
      await routing?.safe
      return routing
    },
    // Most rules have neither: their messages go on in the turn in which they came.
    runInTurn: waits
      ? undefined
      : (input, ports) => send(rendered(topicTemplate.render(input.message, input.context)), NO_HEADERS, input, ports),
  }
})

/** Under a thing rules may republish to what no client may publish to, as to topics of their own below those of its shadow. */
const OF_A_THING = /^\$aws\/things\/[^/]+\/./
/** Not supported by AWS: reserved-topics.html#reserved-topics-job, -device-defender. */
const NO_TARGET = /^\$aws\/things\/[^/]+\/(jobs|defender)(\/|$)/
/** What the shadow service alone says. */
const SHADOW_ANSWER = /^\$aws\/things\/[^/]+\/shadow\/(name\/[^/]+\/)?(get|update|delete)\/(accepted|rejected|delta|documents)$/

/** The topic, if a rule may republish to it. */
function checkedTarget(topic: string): string {
  try {
    if (!NO_TARGET.test(topic)) return parseTopicName(topic).text
  } catch (error) {
    if (!(error instanceof TopicError)) throw error
    if (error.code === 'RESERVED' && OF_A_THING.test(topic) && !SHADOW_ANSWER.test(topic)) return topic
    throw new Error(`The topic came to ${JSON.stringify(topic)}: ${error.message}`, { cause: error })
  }
  throw new Error(
    `The topic came to ${JSON.stringify(topic)}: rules can't republish to the reserved topics of jobs and of Device Defender.`,
  )
}

const NO_HEADERS: RenderedHeaders = {}

type RenderedHeaders = MessageProperties & { readonly messageExpirySec?: number }

function compileHeaders(
  { userProperties = [], ...headers }: MqttHeaders, setup: ActionSetup,
): (input: ActionInput) => Promise<RenderedHeaders> {
  const rendered = fields(headers, setup)
  const pairs = userProperties.map(({ key, value }) => fields({ key, value }, setup))
  return async (input) => {
    const { payloadFormatIndicator: format, contentType, responseTopic, correlationData: correlation, messageExpiry: expiry } =
      await rendered(input)
    return {
      ...(format === undefined ? {} : { payloadFormatIndicator: format === 'UTF8_DATA' }),
      ...(contentType === undefined ? {} : { contentType }),
      ...(responseTopic === undefined ? {} : { responseTopic }),
      ...(correlation === undefined ? {} : { correlationData: new Uint8Array(Buffer.from(correlation, 'base64')) }),
      ...(expiry === undefined ? {} : { messageExpirySec: expirySec(expiry) }),
      ...(pairs.length === 0 ? {} : { userProperties: collect(await Promise.all(pairs.map((pair) => pair(input)))) }),
    }
  }
}

function expirySec(text: string): number {
  const seconds = Number(text)
  if (!Number.isInteger(seconds) || seconds < 0) {
    throw new Error(`The header messageExpiry came to ${JSON.stringify(text)}, which is no number of seconds.`)
  }
  return seconds
}

/** User properties by name; one that is there twice has a list. */
function collect(pairs: readonly { key: string; value: string }[]): Record<string, string | string[]> {
  const byName: Record<string, string | string[]> = {}
  for (const { key: name, value } of pairs) {
    const known = byName[name]
    byName[name] = known === undefined ? value : [known, value].flat()
  }
  return byName
}
