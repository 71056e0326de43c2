import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { eventBytes, RETENTION_DAYS, type InputEvent, type LogEvent, type LogGroup, type LogStream } from './log-group.ts'
import { exists, invalid, notFound } from './refusal.ts'

/** Lines of a group that are kept: beyond either, the oldest go. */
const EVENTS_MAX = 10_000
const BYTES_MAX = 32 * 1024 * 1024
/** Lines go in heaps, since each heap moves all others. */
const HEAP = 500
const DAY_MS = 24 * 3_600_000

/** What log groups are kept with. */
export interface LogGroupsOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly shelves: Shelves
}

interface Kept {
  group: LogGroup
  readonly streams: Map<string, LogStream>
  /** In the order in which they came. */
  readonly events: LogEvent[]
  bytes: number
}

/** Log groups with their streams and lines. */
export class LogGroups {
  readonly #options: LogGroupsOptions
  readonly #groups = new Map<string, Kept>()
  readonly #groupShelf: Shelf<LogGroup>
  readonly #streamShelf: Shelf<LogStream>
  readonly #eventShelf: Shelf<LogEvent>
  readonly #appended: ((group: LogGroup, stream: string, events: readonly LogEvent[]) => void)[] = []
  readonly #deleted: ((group: LogGroup) => void)[] = []
  #last = 0n

  constructor(options: LogGroupsOptions) {
    this.#options = options
    this.#groupShelf = options.shelves.shelf('logs-groups')
    this.#streamShelf = options.shelves.shelf('logs-streams')
    this.#eventShelf = options.shelves.shelf('logs-events')
    for (const group of this.#groupShelf.values()) this.#groups.set(group.name, { group, streams: new Map(), events: [], bytes: 0 })
    for (const stream of this.#streamShelf.values()) this.#groups.get(stream.group)?.streams.set(stream.name, stream)
    for (const event of this.#eventShelf.values()) {
      const kept = this.#groups.get(event.group)
      kept?.events.push(event)
      if (kept !== undefined) kept.bytes += eventBytes(event)
      this.#last = BigInt(event.id)
    }
  }

  /** Told of lines once they are kept. */
  onAppend(told: (group: LogGroup, stream: string, events: readonly LogEvent[]) => void): void {
    this.#appended.push(told)
  }

  /** Told of groups that are gone. */
  onDelete(told: (group: LogGroup) => void): void {
    this.#deleted.push(told)
  }

  /** Makes a group, or changes the one that is there and keeps its lines. Throws `ServiceException`. */
  put(name: string, settings: Pick<LogGroup, 'retentionDays' | 'logGroupClass'>): LogGroup {
    const { region, accountId, nowMs } = this.#options
    const { retentionDays } = settings
    if (retentionDays !== undefined && !RETENTION_DAYS.has(retentionDays)) throw invalid(`1 validation error detected: Value '${retentionDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${[...RETENTION_DAYS].join(', ')}]`)
    const before = this.#groups.get(name)
    const arn = `arn:aws:logs:${region}:${accountId}:log-group:${name}`
    const group: LogGroup = { name, arn, createdAtMs: before?.group.createdAtMs ?? nowMs(), ...settings }
    if (before === undefined) this.#groups.set(name, { group, streams: new Map(), events: [], bytes: 0 })
    else before.group = group
    this.#groupShelf.set(name, group)
    return group
  }

  has(name: string): boolean {
    return this.#groups.has(name)
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  group(name: string): LogGroup {
    return this.#find(name).group
  }

  groups(): LogGroup[] {
    return [...this.#groups.values()].map(({ group }) => group).sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** The bytes of a group's lines. */
  storedBytes(name: string): number {
    return this.#find(name).bytes
  }

  delete(name: string): void {
    const { group, streams, events } = this.#find(name)
    for (const { id } of events) this.#eventShelf.delete(id)
    for (const stream of streams.keys()) this.#streamShelf.delete(streamKey(name, stream))
    this.#groupShelf.delete(name)
    this.#groups.delete(name)
    for (const tell of this.#deleted) tell(group)
  }

  /** Writes lines to a stream; makes it, and its group, where they are missing. */
  write(group: string, stream: string, lines: readonly InputEvent[]): void {
    if (!this.has(group)) this.put(group, {})
    if (!this.hasStream(group, stream)) this.createStream(group, stream)
    this.append(group, stream, lines)
  }

  /** Throws `ServiceException`. */
  createStream(group: string, name: string): LogStream {
    const { streams, group: { arn } } = this.#find(group)
    if (streams.has(name)) throw exists('log stream')
    const stream = { name, group, arn: `${arn}:log-stream:${name}`, createdAtMs: this.#options.nowMs() }
    streams.set(name, stream)
    this.#streamShelf.set(streamKey(group, name), stream)
    return stream
  }

  hasStream(group: string, name: string): boolean {
    return this.#groups.get(group)?.streams.has(name) === true
  }

  streams(group: string): LogStream[] {
    return [...this.#find(group).streams.values()]
  }

  deleteStream(group: string, name: string): void {
    const kept = this.#find(group)
    if (!kept.streams.delete(name)) throw notFound('log stream')
    this.#streamShelf.delete(streamKey(group, name))
    const events = kept.events.filter(({ stream }) => stream === name)
    for (const event of events) this.#forget(kept, event)
    kept.events.splice(0, Infinity, ...kept.events.filter(({ stream }) => stream !== name))
  }

  /** Keeps lines, which come in the order of time. Throws `ServiceException` where there is no such stream. */
  append(group: string, stream: string, events: readonly InputEvent[]): void {
    const kept = this.#find(group)
    if (!kept.streams.has(stream)) throw notFound('log stream')
    const ingestionTime = this.#options.nowMs()
    const added = events.map(({ timestamp, message }): LogEvent => ({
      id: this.#nextId(timestamp), group, stream, timestamp, message, ingestionTime,
    }))
    for (const event of added) {
      kept.events.push(event)
      kept.bytes += eventBytes(event)
      this.#eventShelf.set(event.id, event)
    }
    if (kept.events.length > EVENTS_MAX + HEAP || kept.bytes > BYTES_MAX) this.#trim(kept)
    for (const tell of this.#appended) tell(kept.group, stream, added)
  }

  /** The lines of a group, or of one of its streams, that have not expired, by time. */
  events(group: string, stream?: string): LogEvent[] {
    const { events, group: { retentionDays } } = this.#find(group)
    const oldest = retentionDays === undefined ? -Infinity : this.#options.nowMs() - retentionDays * DAY_MS
    return events.filter((event) => event.timestamp >= oldest && (stream === undefined || event.stream === stream))
      .sort((a, b) => a.timestamp - b.timestamp)
  }

  #trim(kept: Kept): void {
    let gone = 0
    for (const event of kept.events) {
      if (kept.events.length - gone <= EVENTS_MAX && kept.bytes <= BYTES_MAX) break
      this.#forget(kept, event)
      gone += 1
    }
    kept.events.splice(0, gone)
  }

  #forget(kept: Kept, event: LogEvent): void {
    kept.bytes -= eventBytes(event)
    this.#eventShelf.delete(event.id)
  }

  /** Grows with the time and, within one millisecond, with each line. */
  #nextId(timestamp: number): string {
    const id = BigInt(Math.max(0, timestamp)) * 2n ** 100n
    this.#last = id > this.#last ? id : this.#last + 1n
    return String(this.#last).padStart(56, '0')
  }

  #find(name: string): Kept {
    const kept = this.#groups.get(name)
    if (kept === undefined) throw notFound('log group')
    return kept
  }
}

function streamKey(group: string, stream: string): string {
  return `${group}:${stream}`
}
