import type { BrokerEvent } from '@keg/mqtt-broker'
import type { LocalIotLogEntry } from './log-event.ts'
import { eventKinds } from './event-kind.ts'

export interface CloudWatchOptions {
  /** Absent = not known yet. */
  readonly accountId?: string | undefined
  /** Makes trace ids for what has none: nothing else happened for its sake. */
  readonly newId: () => string
}

const HTTP_EVENTS: readonly string[] = ['request-refused', 'operation-failed', 'destination-confirmation', 'fleet-metric-failed']
const RULE_EVENTS: readonly string[] = [
  'ActionUnavailable', 'FunctionExecution', 'RuleExecution', 'RuleMatch', 'RuleNotFound', 'StartingRuleExecution',
]
const SUCCESSES: readonly string[] = [
  'connected', 'disconnected', 'published', 'subscribed', 'rule-matched', 'action-started', 'action-delivered', 'listening', 'permissive',
  'reachable', 'device-provisioned',
]

/**
 * A log entry as AWS IoT writes it to the log group AWSIotLogsV2: a JSON object, members that have no value left out.
 *
 * @example
 * import { randomUUID } from 'node:crypto'
 *
 * const options = { accountId: '123456789012', newId: randomUUID }
 * await createLocalIot({ log: (entry) => console.log(JSON.stringify(cloudWatchEntry(entry, options))) })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html
 */
export function cloudWatchEntry(entry: LocalIotLogEntry, { accountId, newId }: CloudWatchOptions): Record<string, unknown> {
  const { logLevel } = eventKinds[entry.event]
  const eventType = eventTypeOf(entry)
  const isRule = RULE_EVENTS.includes(eventType)
  const { clientId, principal, topic, sourceIp, sourcePort, traceId = newId() } = commonOf(entry)
  const all = {
    timestamp: new Date(entry.atMs).toISOString().replace('T', ' ').replace('Z', ''),
    logLevel, traceId, accountId,
    status: isSuccess(entry) ? 'Success' : 'Failure',
    eventType,
    // Entries of the rules engine name no protocol.
    protocol: isRule ? undefined : HTTP_EVENTS.includes(entry.event) ? 'HTTP' : 'MQTT',
    clientId: clientId ?? (isRule ? 'N/A' : undefined),
    principalId: principal, topicName: topic, sourceIp, sourcePort,
    ...ruleMembers(entry),
    ...reasons(entry),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** A rule that failed for a function that asks others is AWS's FunctionExecution. */
const eventTypeOf = (entry: LocalIotLogEntry): string =>
  entry.event === 'rule-failed' && entry.code === 'FUNCTION_FAILED' ? 'FunctionExecution' : eventKinds[entry.event].eventType

const isSuccess = ({ event, level }: LocalIotLogEntry): boolean =>
  SUCCESSES.includes(event) || (event === 'destination-confirmation' && level === 'info')

interface Common {
  readonly clientId?: string | undefined
  readonly principal?: string | undefined
  readonly topic?: string | undefined
  readonly sourceIp?: string | undefined
  readonly sourcePort?: number | undefined
  readonly traceId?: string | undefined
}

/** What any kind of entry may have of who, where from and where to. */
const commonOf = (entry: LocalIotLogEntry): Common => entry

function ruleMembers(entry: LocalIotLogEntry): object {
  if (!('ruleName' in entry)) return {}
  const { ruleName, action, resource } = entry
  if (action === undefined) return { ruleName }
  const ruleAction = `${action.charAt(0).toUpperCase()}${action.slice(1)}Action`
  // AWS names a resource by its kind; of most kinds the page does not say how.
  const resources = entry.event === 'action-started'
    ? {}
    : { resources: { [action === 'republish' ? 'RepublishTopic' : 'Resource']: resource } }
  return { ruleName, ruleAction, ...resources }
}

function reasons(entry: LocalIotLogEntry): { reason?: string; details?: string; disconnectReason?: string | undefined } {
  const { event, message: details } = entry
  if (event === 'disconnected') return disconnection(entry)
  if (isSuccess(entry)) return OURS.includes(event) ? { details } : {}
  if (event === 'rule-not-found') return { reason: 'RuleNotFound', details }
  if (event === 'rule-failed') return { ...(entry.code === undefined ? {} : { reason: entry.code }), details }
  if (event === 'receive-denied') return { reason: 'AUTHORIZATION_FAILURE', details }
  const reason = 'reason' in entry ? entry.reason : undefined
  return { ...(reason === undefined ? {} : { reason: reason === 'AUTH_ERROR' ? 'AUTHORIZATION_FAILURE' : reason }), details }
}

/** AWS logs none of these: without the message they would say nothing. */
const OURS: readonly string[] = ['listening', 'permissive', 'reachable', 'destination-confirmation']

/** The page's example names a client id taken over otherwise than life-cycle events do. */
function disconnection({ reason, message }: Pick<BrokerEvent, 'reason' | 'message'>) {
  if (reason === 'CLIENT_INITIATED_DISCONNECT') return { disconnectReason: reason }
  return { reason: reason === 'DUPLICATE_CLIENTID' ? 'DUPLICATE_CLIENT_ID' : String(reason), details: message, disconnectReason: reason }
}
