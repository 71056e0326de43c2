/**
 * What a flow's handler may touch; the stack grants it that and no more. Every handler of messages may write the store: that is where the
 * quarantine is.
 */
export type IngestGrant = 'writeStore' | 'readStore' | 'writeReadings' | 'readReadings' | 'readRegistry' | 'retireCertificates'

/** A function behind a flow: `apps/ingest/src/{name}.ts`. */
export interface Handler {
  readonly name: string
  /** Topics, as `keg/{siteId}/gateways/{gatewayId}/acks`, that it publishes to. */
  readonly publishes: readonly string[]
  readonly grants: readonly IngestGrant[]
}

/**
 * To a queue that a handler empties; what the handler gives up goes to the quarantine queue, and from there into the quarantine, under the
 * flow's name.
 */
export interface QueueAction extends Handler {
  readonly kind: 'queue'
  /** The handler `apps/ingest/src/{quarantine}.ts` that empties the quarantine queue; it may do what the other may. */
  readonly quarantine: string
}

/**
 * To a data stream that a handler reads in batches: many messages, in the order of each key. What it gives up is kept, and filed in the
 * quarantine.
 */
export interface StreamAction extends Handler {
  readonly kind: 'stream'
  /** A substitution template: messages of one key stay in their order. */
  readonly partitionKey: string
}

/** To a handler, at once; what it fails with in all tries goes to the flow's quarantine queue. */
export interface InvokeAction extends Handler {
  readonly kind: 'invoke'
}

/** To another topic: a substitution template, evaluated on the message that the rule saw. */
export interface RepublishAction {
  readonly kind: 'republish'
  readonly topic: string
  readonly qos: 0 | 1
}

/** To a table of the cold store, whose columns the rule selects. */
export interface ColdAction {
  readonly kind: 'cold'
  readonly table: 'telemetry'
}

/** To a metric: one for all kegs, since each costs by the month. */
export interface MetricAction {
  readonly kind: 'metric'
  readonly metric: string
  /** A substitution template that comes to a number. */
  readonly value: string
  /** As CloudWatch names it. */
  readonly unit: string
}

/** To people, who have subscribed to the stage's topic. */
export interface PeopleAction {
  readonly kind: 'people'
}

/** To an index of OpenSearch, where the stage has one. */
export interface SearchAction {
  readonly kind: 'search'
  readonly index: string
  /** A substitution template: the document's id. */
  readonly id: string
}

/** To Salesforce as a case, where the stage has an account there. */
export interface SalesCaseAction {
  readonly kind: 'salesCase'
}

/** To a table, an item for each message: its members are attributes. */
export interface TableAction {
  readonly kind: 'table'
  readonly table: 'presence' | 'readings'
}

/** To a state machine, an execution for each message. */
export interface MachineAction {
  readonly kind: 'machine'
  readonly machine: 'swap'
}

/** To a group of logs that is kept for years. */
export interface LogsAction {
  readonly kind: 'logs'
  readonly group: 'audit'
}

/** To the archive, an object for each message, as it came. */
export interface ArchiveAction {
  readonly kind: 'archive'
  /** A substitution template: the object's key. */
  readonly key: string
}

export type Action =
  | QueueAction
    | StreamAction
    | InvokeAction
    | RepublishAction
    | ColdAction
    | MetricAction
    | PeopleAction
    | SearchAction
    | SalesCaseAction
    | TableAction
    | MachineAction
    | LogsAction
    | ArchiveAction

/** What a handler is, and does, beyond the usual. */
interface HandlerOptions {
  /** Default: none. */
  readonly publishes?: readonly string[]
  /** Default: `writeStore`. */
  readonly grants?: readonly IngestGrant[]
}

interface QueueOptions extends HandlerOptions {
  /** Default: the one that keeps whatever it gets, as an entry of the flow that can be replayed. */
  readonly quarantine?: string
}

const handler = (name: string, { publishes = [], grants = ['writeStore'] }: HandlerOptions): Handler => ({ name, publishes, grants })

/** To the queue that the handler of this name empties. */
export const queue = (name: string, { quarantine = 'quarantine', ...options }: QueueOptions = {}): QueueAction => ({
  kind: 'queue', quarantine, ...handler(name, options),
})

/** To the stream that the handler of this name reads. */
export const stream = (name: string, { partitionKey, ...options }: HandlerOptions & { readonly partitionKey: string }): StreamAction => ({
  kind: 'stream', partitionKey, ...handler(name, options),
})

/** To the handler of this name. */
export const invoke = (name: string, options: HandlerOptions = {}): InvokeAction => ({ kind: 'invoke', ...handler(name, options) })

/** To another topic, at least once unless `qos` says otherwise. */
export const republish = (topic: string, { qos = 1 }: { qos?: 0 | 1 } = {}): RepublishAction => ({ kind: 'republish', topic, qos })
