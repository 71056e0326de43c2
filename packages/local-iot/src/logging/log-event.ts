import type { BrokerEvent } from '@keg/mqtt-broker'
import type { RuleEvent } from '../rules/action-runner.ts'

/** Secrets never get into an entry. */
export type LocalIotLogEntry = { readonly atMs: number } & LocalIotLogEvent

export type LocalIotLogEvent = BrokerEvent | RuleEvent | LocalIotEvent

export interface LocalIotEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: 'listening'
    | 'connection-refused'
    | 'request-refused'
    | 'permissive'
    | 'reachable'
    | 'operation-failed'
    | 'destination-confirmation'
    | 'device-provisioned'
    | 'dynamic-group-failed'
    | 'fleet-metric-failed'
    | 'provisioning-refused'
  readonly message: string
  readonly clientId?: string | undefined
  readonly sourceIp?: string | undefined
}
