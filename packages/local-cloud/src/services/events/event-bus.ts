import { isRecord } from '../../assembly/template.ts'
import { ServiceError } from '../../gateway/service-error.ts'
import { matchesEvent, type EventPattern } from '../event-pattern/event-pattern.ts'

/** A rule on the default bus: what it matches, and what becomes of that. */
export interface EventRule {
  readonly arn: string
  readonly pattern: EventPattern
  readonly deliver: (event: object) => Promise<void>
}

interface EventBusOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (text: string) => void
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_MAX = 10

/** EventBridge's default event bus, with the rules that match events. */
export class EventBus {
  readonly #options: EventBusOptions
  readonly #rules = new Map<string, EventRule>()

  constructor(options: EventBusOptions) {
    this.#options = options
  }

  addRule(rule: EventRule): void {
    this.#rules.set(rule.arn, rule)
  }

  removeRule(arn: string): void {
    this.#rules.delete(arn)
  }

  /** An event as targets see it. */
  event(source: string, detailType: string, detail: unknown, more: { readonly resources?: readonly string[]; readonly atMs?: number; readonly id?: string } = {}): object {
    const { region, accountId: account, nowMs, newId } = this.#options
    const time = new Date(more.atMs ?? nowMs()).toISOString().replace(/\.\d+Z$/, 'Z')
    return { version: '0', id: more.id ?? newId(), 'detail-type': detailType, source, account, time, region, resources: more.resources ?? [], detail }
  }

  /** Sends an event of a service of AWS's own. */
  emit(source: string, detailType: string, detail: object, resources: readonly string[]): void {
    this.#send(this.event(source, detailType, detail, { resources }))
  }

  /** Answers EventBridge's JSON protocol, of which there is `PutEvents`. Throws `ServiceError`. */
  async fetch(request: Request): Promise<Response> {
    const operation = (request.headers.get('x-amz-target') ?? '').replace('AWSEvents.', '')
    if (operation !== 'PutEvents') throw new ServiceError('UnknownOperationException', 400, `EventBridge's ${operation} is not emulated: only PutEvents is.`)
    const input: unknown = JSON.parse((await request.text()) || '{}')
    const entries: readonly unknown[] = isRecord(input) && Array.isArray(input['Entries']) ? input['Entries'] : []
    if (entries.length === 0 || entries.length > ENTRIES_MAX) throw new ServiceError('ValidationException', 400, `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${ENTRIES_MAX}`)
    const Entries = entries.map((entry) => this.#put(isRecord(entry) ? entry : {}))
    const output = { FailedEntryCount: Entries.filter((entry) => 'ErrorCode' in entry).length, Entries }
    return new Response(JSON.stringify(output), { headers: { 'content-type': 'application/x-amz-json-1.1' } })
  }

  #put({ Source, DetailType, Detail, Resources, Time, EventBusName = 'default' }: Readonly<Record<string, unknown>>): object {
    const missing = Object.entries({ Source, DetailType, Detail }).find(([, value]) => typeof value !== 'string' || value === '')?.[0]
    if (missing !== undefined) return { ErrorCode: 'InvalidArgument', ErrorMessage: `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.` }
    const detail = parsedDetail(String(Detail))
    if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
    if (!/^(?:default|arn:aws:events:.*:event-bus\/default)$/.test(String(EventBusName))) return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${String(EventBusName)} does not exist.` }
    const EventId = this.#options.newId()
    const resources = Array.isArray(Resources) ? Resources.map(String) : []
    const atMs = typeof Time === 'number' ? Time * 1000 : this.#options.nowMs()
    this.#send(this.event(String(Source), String(DetailType), detail, { resources, atMs, id: EventId }))
    return { EventId }
  }

  #send(event: object): void {
    for (const { arn, pattern, deliver } of this.#rules.values()) {
      if (matchesEvent(pattern, event)) deliver(event).catch((error: unknown) => this.#options.log(`An event did not reach a target of ${arn}: ${String(error)}`))
    }
  }
}

/** The detail has to be an object. */
function parsedDetail(text: string): object | undefined {
  try {
    const detail: unknown = JSON.parse(text)
    return isRecord(detail) ? detail : undefined
  } catch {
    return undefined
  }
}
