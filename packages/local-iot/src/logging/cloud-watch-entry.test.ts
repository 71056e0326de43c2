import { expect, it } from 'vitest'
import type { LocalIotLogEvent } from './log-event.ts'
import { cloudWatchEntry } from './cloud-watch-entry.ts'
import { eventKinds, isLogged, type LogLevel } from './event-kind.ts'

const message = 'It says why.'
const who = { clientId: 'k-1', principal: 'abc', sourceIp: '10.0.0.1', sourcePort: 4711 }
const rule = { ruleName: 'pours', topic: 'keg/a', clientId: 'k-1', principal: 'abc', traceId: 't-9' }
const sqs = { action: 'sqs', resource: 'http://sqs/1/q' }
const whoOut = { protocol: 'MQTT', clientId: 'k-1', principalId: 'abc', sourceIp: '10.0.0.1', sourcePort: 4711 }
const ruleOut = { traceId: 't-9', clientId: 'k-1', principalId: 'abc', topicName: 'keg/a', ruleName: 'pours' }
const sqsOut = { ...ruleOut, ruleAction: 'SqsAction', resources: { Resource: 'http://sqs/1/q' } }
const details = message

const cases: [event: LocalIotLogEvent, logLevel: string, status: string, eventType: string, more: object][] = [
  [{ level: 'info', event: 'connected', message, ...who }, 'INFO', 'Success', 'Connect', whoOut],
  [{ level: 'warn', event: 'connect-refused', message, ...who, reason: 'AUTH_ERROR' }, 'ERROR', 'Failure', 'Connect', {
    ...whoOut, reason: 'AUTHORIZATION_FAILURE', details,
  }],
  [{ level: 'warn', event: 'connect-refused', message, reason: 'CLIENT_ERROR' }, 'ERROR', 'Failure', 'Connect', {
    protocol: 'MQTT', reason: 'CLIENT_ERROR', details,
  }],
  [{ level: 'info', event: 'disconnected', message, ...who, reason: 'CLIENT_INITIATED_DISCONNECT' }, 'INFO', 'Success', 'Disconnect', {
    ...whoOut, disconnectReason: 'CLIENT_INITIATED_DISCONNECT',
  }],
  [{ level: 'warn', event: 'disconnected', message, ...who, reason: 'DUPLICATE_CLIENTID' }, 'INFO', 'Success', 'Disconnect', {
    ...whoOut, reason: 'DUPLICATE_CLIENT_ID', details, disconnectReason: 'DUPLICATE_CLIENTID',
  }],
  [{ level: 'info', event: 'published', message, ...who, topic: 'keg/a', traceId: 't-9' }, 'INFO', 'Success', 'Publish-In', {
    ...whoOut, topicName: 'keg/a', traceId: 't-9',
  }],
  [{ level: 'warn', event: 'publish-refused', message, ...who, topic: 'keg/a', reason: 'AUTH_ERROR' }, 'ERROR', 'Failure', 'Publish-In', {
    ...whoOut, topicName: 'keg/a', reason: 'AUTHORIZATION_FAILURE', details,
  }],
  [{ level: 'info', event: 'receive-denied', message, clientId: 'k-1', topic: 'keg/a' }, 'ERROR', 'Failure', 'Publish-Out', {
    protocol: 'MQTT', clientId: 'k-1', topicName: 'keg/a', reason: 'AUTHORIZATION_FAILURE', details,
  }],
  [
    { level: 'info', event: 'subscribed', message, ...who, topic: 'keg/#' }, 'INFO', 'Success', 'Subscribe',
    { ...whoOut, topicName: 'keg/#' },
  ],
  [{ level: 'warn', event: 'subscribe-refused', message, ...who, topic: 'keg/#', reason: 'AUTH_ERROR' }, 'ERROR', 'Failure', 'Subscribe', {
    ...whoOut, topicName: 'keg/#', reason: 'AUTHORIZATION_FAILURE', details,
  }],
  [{ level: 'info', event: 'rule-matched', message, ...rule }, 'INFO', 'Success', 'RuleMatch', ruleOut],
  [{ level: 'error', event: 'rule-failed', message, ...rule, code: 'FUNCTION_FAILED' }, 'ERROR', 'Failure', 'FunctionExecution', {
    ...ruleOut, reason: 'FUNCTION_FAILED', details,
  }],
  [{ level: 'error', event: 'rule-failed', message, ...rule, code: 'VARIABLES_TOO_LARGE' }, 'ERROR', 'Failure', 'RuleExecution', {
    ...ruleOut, reason: 'VARIABLES_TOO_LARGE', details,
  }],
  [{ level: 'warn', event: 'rule-not-found', message, ruleName: 'ghost', topic: '$aws/rules/ghost' }, 'ERROR', 'Failure', 'RuleNotFound', {
    clientId: 'N/A', topicName: '$aws/rules/ghost', ruleName: 'ghost', reason: 'RuleNotFound', details,
  }],
  [
    { level: 'info', event: 'action-started', message, ...rule, ...sqs }, 'DEBUG', 'Success', 'StartingRuleExecution',
    { ...ruleOut, ruleAction: 'SqsAction' },
  ],
  [{ level: 'info', event: 'action-delivered', message, ...rule, ...sqs }, 'INFO', 'Success', 'RuleExecution', sqsOut],
  [{
    level: 'info', event: 'action-delivered', message, ...rule, action: 'republish', resource: 'copy',
  }, 'INFO', 'Success', 'RuleExecution', { ...ruleOut, ruleAction: 'RepublishAction', resources: { RepublishTopic: 'copy' } }],
  [{ level: 'error', event: 'action-failed', message, ...rule, ...sqs }, 'ERROR', 'Failure', 'RuleExecution', { ...sqsOut, details }],
  [{ level: 'warn', event: 'action-left', message, ...rule, ...sqs }, 'WARN', 'Failure', 'RuleExecution', { ...sqsOut, details }],
  [{ level: 'error', event: 'error-action-failed', message, ...rule, ...sqs }, 'ERROR', 'Failure', 'RuleExecution', { ...sqsOut, details }],
  [{ level: 'warn', event: 'action-unavailable', message, ruleName: 'pours', ...sqs }, 'WARN', 'Failure', 'ActionUnavailable', {
    clientId: 'N/A', ruleName: 'pours', ruleAction: 'SqsAction', resources: { Resource: 'http://sqs/1/q' }, details,
  }],
  [{ level: 'warn', event: 'message-dropped', message, clientId: 'k-1', topic: 'keg/a' }, 'WARN', 'Failure', 'MessageDropped', {
    protocol: 'MQTT', clientId: 'k-1', topicName: 'keg/a', details,
  }],
  [{ level: 'warn', event: 'quota-exceeded', message, clientId: 'k-1', reason: 'THROTTLED' }, 'WARN', 'Failure', 'QuotaExceeded', {
    protocol: 'MQTT', clientId: 'k-1', reason: 'THROTTLED', details,
  }],
  [{ level: 'error', event: 'routing-failed', message }, 'ERROR', 'Failure', 'RoutingFailed', { protocol: 'MQTT', details }],
  [{ level: 'error', event: 'handler-failed', message }, 'ERROR', 'Failure', 'HandlerFailed', { protocol: 'MQTT', details }],
  [
    { level: 'info', event: 'device-provisioned', message, clientId: 'k-1' }, 'INFO', 'Success', 'ProvisionDevice',
    { protocol: 'MQTT', clientId: 'k-1' },
  ],
  [{ level: 'warn', event: 'provisioning-refused', message, clientId: 'k-1' }, 'ERROR', 'Failure', 'ProvisionDevice', {
    protocol: 'MQTT', clientId: 'k-1', details,
  }],
  [{ level: 'error', event: 'dynamic-group-failed', message }, 'ERROR', 'Failure', 'AddThingToDynamicThingGroupsFailed', {
    protocol: 'MQTT', details,
  }],
  [{ level: 'error', event: 'fleet-metric-failed', message }, 'ERROR', 'Failure', 'FleetMetricFailed', { protocol: 'HTTP', details }],
  [{ level: 'info', event: 'listening', message }, 'INFO', 'Success', 'Listening', { protocol: 'MQTT', details }],
  [{ level: 'warn', event: 'permissive', message, sourceIp: '10.0.0.1' }, 'WARN', 'Success', 'Permissive', {
    protocol: 'MQTT', sourceIp: '10.0.0.1', details,
  }],
  [{ level: 'warn', event: 'reachable', message }, 'WARN', 'Success', 'Reachable', { protocol: 'MQTT', details }],
  [{ level: 'warn', event: 'connection-refused', message, sourceIp: '10.0.0.1' }, 'ERROR', 'Failure', 'ConnectionRefused', {
    protocol: 'MQTT', sourceIp: '10.0.0.1', details,
  }],
  [{ level: 'warn', event: 'request-refused', message }, 'ERROR', 'Failure', 'RequestRefused', { protocol: 'HTTP', details }],
  [{ level: 'error', event: 'operation-failed', message }, 'ERROR', 'Failure', 'OperationFailed', { protocol: 'HTTP', details }],
  [
    { level: 'info', event: 'destination-confirmation', message }, 'INFO', 'Success', 'DestinationConfirmation',
    { protocol: 'HTTP', details },
  ],
  [
    { level: 'warn', event: 'destination-confirmation', message }, 'INFO', 'Failure', 'DestinationConfirmation',
    { protocol: 'HTTP', details },
  ],
]

it.each(cases)('%o', (event, logLevel, status, eventType, more) => {
  const entry = cloudWatchEntry({ atMs: Date.UTC(2026, 10, 24, 18, 0, 0, 7), ...event }, { accountId: '123456789012', newId: () => 't-1' })
  expect(entry).toEqual({
    timestamp: '2026-11-24 18:00:00.007', logLevel, traceId: 't-1', accountId: '123456789012', status, eventType, ...more,
  })
  expect(Object.keys(entry).slice(0, 3)).toEqual(['timestamp', 'logLevel', 'traceId'])
})

it('has a case for every event', () => {
  expect([...new Set(cases.map(([{ event }]) => event))].sort()).toEqual(Object.keys(eventKinds).sort())
})

it.each<[LogLevel, LocalIotLogEvent['event'][]]>([
  ['DEBUG', ['action-started', 'published', 'connected', 'quota-exceeded', 'publish-refused']],
  ['INFO', ['connected', 'quota-exceeded', 'publish-refused']],
  ['WARN', ['quota-exceeded', 'publish-refused']],
  ['ERROR', ['publish-refused']],
  ['DISABLED', []],
])('%s tells %j', (level, told) => {
  const events = ['action-started', 'published', 'connected', 'quota-exceeded', 'publish-refused'] as const
  expect(events.filter((event) => isLogged(event, level))).toEqual(told)
})
