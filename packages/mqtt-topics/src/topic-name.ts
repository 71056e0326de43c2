import { checkLimits } from './limits.ts'
import { matchesTopicFilter } from './topic-filter.ts'
import { TopicError } from './topic-error.ts'

/** A topic that a client may publish to: its text, its levels and, for Basic Ingest, the rule it goes straight to. */
export interface TopicName {
  readonly text: string
  readonly levels: readonly string[]
  readonly basicIngest: { readonly rule: string; readonly topic: string } | undefined
}

/** The `$` topics that a client may publish to; each of the others is for subscribing only, or AWS's own. */
const PUBLISHABLE = [
  '$aws/things/+/shadow/get', '$aws/things/+/shadow/update', '$aws/things/+/shadow/delete',
  '$aws/things/+/shadow/name/+/get', '$aws/things/+/shadow/name/+/update', '$aws/things/+/shadow/name/+/delete',
  '$aws/things/+/jobs/get', '$aws/things/+/jobs/start-next', '$aws/things/+/jobs/+/get', '$aws/things/+/jobs/+/update',
  '$aws/things/+/defender/metrics/json', '$aws/things/+/defender/metrics/cbor',
  '$aws/things/+/streams/+/get/+', '$aws/things/+/streams/+/describe/+',
  '$aws/certificates/create/json', '$aws/certificates/create/cbor',
  '$aws/certificates/create-from-csr/json', '$aws/certificates/create-from-csr/cbor',
  '$aws/provisioning-templates/+/provision/json', '$aws/provisioning-templates/+/provision/cbor',
  '$aws/device_location/+/get_position_estimate',
  '$aws/commands/things/+/executions/+/response/+', '$aws/commands/clients/+/executions/+/response/+',
] as const

/** What AWS takes as the name of a rule: the rest of a Basic Ingest topic has limits, so the name needs its own. */
const RULE_NAME = /^[a-zA-Z0-9_]{1,128}$/

/**
 * The rule and the visible topic of a Basic Ingest topic `$aws/rules/{rule}/{topic}`, or `undefined` for any other.
 *
 * @example basicIngest('$aws/rules/pours/keg/k-1')  // { rule: 'pours', topic: 'keg/k-1' }
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-basic-ingest.html
 */
export function basicIngest(topic: string): { rule: string; topic: string } | undefined {
  if (!topic.startsWith('$aws/rules/')) return undefined
  const [, , rule, ...rest] = topic.split('/')
  if (rule === undefined || rule === '') return undefined
  return { rule, topic: rest.join('/') }
}

/**
 * Checks that `text` is a topic which an AWS IoT client may publish to, before any policy.
 * Limits: 256 bytes and 7 slashes, not counting `$aws/rules/{rule}/`, whose rule has 1 to 128 letters, digits and `_`. Throws
 * {@link TopicError}.
 *
 * @example parseTopicName('keg/berlin/k-1/pours').levels  // ['keg', 'berlin', 'k-1', 'pours']
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html
 */
export function parseTopicName(text: string): TopicName {
  const ingest = basicIngest(text)
  if (ingest !== undefined && !RULE_NAME.test(ingest.rule)) {
    throw new TopicError('RESERVED', 'A Basic Ingest topic names its rule, by 1 to 128 letters, digits and `_`.', text)
  }
  checkLimits(text, ingest === undefined || ingest.topic === '' ? text : ingest.topic)
  if (/[+#]/.test(text)) throw new TopicError('WILDCARD_IN_NAME', 'A topic name holds no `+` or `#`: those belong in filters.', text)
  if (text.startsWith('$') && ingest === undefined && !PUBLISHABLE.some((filter) => matchesTopicFilter(filter, text))) {
    throw new TopicError('RESERVED', 'Clients may not publish to this `$` topic.', text)
  }
  return { text, levels: text.split('/'), basicIngest: ingest }
}
