import type { LocalIotLogEvent } from './log-event.ts'

/** Levels of AWS IoT's log, from the most to the least said. */
export type LogLevel = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'DISABLED'

const ORDER: readonly LogLevel[] = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'DISABLED']

/** How AWS logs an event. */
export interface EventKind {
  /** AWS's name for it; where AWS logs no such thing, a name of ours in its style. */
  readonly eventType: string
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'
  /** From which level on it is told here, where that is another: AWS writes some at INFO for each message. */
  readonly toldAt?: 'DEBUG'
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html */
export const eventKinds: Readonly<Record<LocalIotLogEvent['event'], EventKind>> = {
  connected: { eventType: 'Connect', logLevel: 'INFO' },
  'connect-refused': { eventType: 'Connect', logLevel: 'ERROR' },
  disconnected: { eventType: 'Disconnect', logLevel: 'INFO' },
  published: { eventType: 'Publish-In', logLevel: 'INFO', toldAt: 'DEBUG' },
  'publish-refused': { eventType: 'Publish-In', logLevel: 'ERROR' },
  'receive-denied': { eventType: 'Publish-Out', logLevel: 'ERROR' },
  subscribed: { eventType: 'Subscribe', logLevel: 'INFO', toldAt: 'DEBUG' },
  'subscribe-refused': { eventType: 'Subscribe', logLevel: 'ERROR' },
  'rule-matched': { eventType: 'RuleMatch', logLevel: 'INFO', toldAt: 'DEBUG' },
  'rule-failed': { eventType: 'RuleExecution', logLevel: 'ERROR' },
  'rule-not-found': { eventType: 'RuleNotFound', logLevel: 'ERROR' },
  'action-started': { eventType: 'StartingRuleExecution', logLevel: 'DEBUG' },
  'action-delivered': { eventType: 'RuleExecution', logLevel: 'INFO', toldAt: 'DEBUG' },
  'action-failed': { eventType: 'RuleExecution', logLevel: 'ERROR' },
  'action-left': { eventType: 'RuleExecution', logLevel: 'WARN' },
  'error-action-failed': { eventType: 'RuleExecution', logLevel: 'ERROR' },
  'device-provisioned': { eventType: 'ProvisionDevice', logLevel: 'INFO' },
  'dynamic-group-failed': { eventType: 'AddThingToDynamicThingGroupsFailed', logLevel: 'ERROR' },
  'provisioning-refused': { eventType: 'ProvisionDevice', logLevel: 'ERROR' },
  // AWS logs none of these.
  'fleet-metric-failed': { eventType: 'FleetMetricFailed', logLevel: 'ERROR' },
  'action-unavailable': { eventType: 'ActionUnavailable', logLevel: 'WARN' },
  'message-dropped': { eventType: 'MessageDropped', logLevel: 'WARN' },
  'quota-exceeded': { eventType: 'QuotaExceeded', logLevel: 'WARN' },
  'routing-failed': { eventType: 'RoutingFailed', logLevel: 'ERROR' },
  'handler-failed': { eventType: 'HandlerFailed', logLevel: 'ERROR' },
  listening: { eventType: 'Listening', logLevel: 'INFO' },
  permissive: { eventType: 'Permissive', logLevel: 'WARN' },
  reachable: { eventType: 'Reachable', logLevel: 'WARN' },
  'connection-refused': { eventType: 'ConnectionRefused', logLevel: 'ERROR' },
  'request-refused': { eventType: 'RequestRefused', logLevel: 'ERROR' },
  'operation-failed': { eventType: 'OperationFailed', logLevel: 'ERROR' },
  'destination-confirmation': { eventType: 'DestinationConfirmation', logLevel: 'INFO' },
}

/** Whether an event is told at this level. */
export function isLogged(event: LocalIotLogEvent['event'], level: LogLevel): boolean {
  const { logLevel, toldAt = logLevel } = eventKinds[event]
  return ORDER.indexOf(toldAt) >= ORDER.indexOf(level)
}
