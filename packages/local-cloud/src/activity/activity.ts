import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import type { FinishedInvocation } from '../services/lambda/finished-invocation.ts'

/** An invocation of a function that has ended, with the lines that it printed. */
export interface Invocation {
  readonly kind: 'invocation'
  /** When it began. */
  readonly atMs: number
  readonly durationMs: number
  readonly functionName: string
  readonly requestId: string
  /** JSON, cut where it is long. */
  readonly input: string
  /** JSON, of the result or of the error; cut where it is long. */
  readonly output: string
  readonly failed: boolean
  readonly lines: readonly string[]
}

/** A line of the log. */
export type LoggedLine = { readonly kind: 'log'; readonly atMs: number } & Omit<CloudLogEntry, 'iot'>

/** A message that was published to AWS IoT Core. */
export interface PublishedMessage {
  readonly kind: 'message'
  readonly atMs: number
  readonly topic: string
  /** As text where it is some, else base64. */
  readonly payload?: string
  readonly payloadBase64?: string
  readonly qos: 0 | 1
  readonly retain: boolean
}

/** Something that happened in a run. */
export type Happening = Invocation | LoggedLine | PublishedMessage

/** Invocations and log lines that are remembered for whoever looks later. */
const REMEMBERED = 200
/** Lines of one invocation, and characters of its input and output, that are remembered. */
const LINES_MAX = 200
const CHARACTERS_MAX = 20_000

/** What activity is told with. */
export interface ActivityOptions {
  readonly nowMs: () => number
  /** Hands over every message that is published, until the function that it answers is called. */
  readonly subscribe: (
    handler: (message: { readonly topic: string; readonly payload: Uint8Array; readonly qos: 0 | 1; readonly retain: boolean }) => void,
  ) => () => void
}

/** Everything that happens in a run, as it happens; the last of it is remembered. Messages are looked at only while somebody follows. */
export class Activity {
  readonly #options: ActivityOptions
  readonly #invocations: Invocation[] = []
  readonly #lines: LoggedLine[] = []
  /** Lines of invocations that have not ended, by request id. */
  readonly #printed = new Map<string, string[]>()
  readonly #followers = new Set<(happening: Happening) => void>()

  constructor(options: ActivityOptions) {
    this.#options = options
  }

  get nowMs(): number {
    return this.#options.nowMs()
  }

  /** The last ones, the latest first. */
  get invocations(): readonly Invocation[] {
    return this.#invocations.toReversed()
  }

  /** The last ones, the latest first. */
  get lines(): readonly LoggedLine[] {
    return this.#lines.toReversed()
  }

  logged({ iot, ...entry }: CloudLogEntry): void {
    const { requestId, source } = entry
    if (source === 'function' && requestId !== undefined) this.#printLine(requestId, entry.message)
    this.#tell({ kind: 'log', atMs: iot?.atMs ?? this.#options.nowMs(), ...entry }, this.#lines)
  }

  invoked({ startedAtMs, input, output, ...invocation }: FinishedInvocation): void {
    const lines = this.#printed.get(invocation.requestId) ?? []
    this.#printed.delete(invocation.requestId)
    const durationMs = this.#options.nowMs() - startedAtMs
    this.#tell(
      { kind: 'invocation', atMs: startedAtMs, durationMs, ...invocation, input: cut(input), output: cut(output), lines },
      this.#invocations,
    )
  }

  /** Calls `follower` with all that happens from now on, until the function that it answers is called. */
  follow(follower: (happening: Happening) => void): () => void {
    this.#followers.add(follower)
    const unsubscribe = this.#options.subscribe(({ topic, payload, qos, retain }) =>
      follower({ kind: 'message', atMs: this.#options.nowMs(), topic, ...textOf(payload), qos, retain }))
    return () => {
      unsubscribe()
      this.#followers.delete(follower)
    }
  }

  #printLine(requestId: string, line: string): void {
    const lines = this.#printed.get(requestId) ?? []
    if (lines.length < LINES_MAX) lines.push(line)
    this.#printed.set(requestId, lines)
    // Lines after the end of their invocation are nobody's.
    for (const oldest of this.#printed.keys()) {
      if (this.#printed.size <= REMEMBERED) break
      this.#printed.delete(oldest)
    }
  }

  #tell<T extends Happening>(happening: T, remembered: T[]): void {
    remembered.push(happening)
    if (remembered.length > REMEMBERED) remembered.shift()
    for (const follower of this.#followers) follower(happening)
  }
}

/** A copy: a slice of a text would keep the whole text, a megabyte of records, for as long as it is remembered. */
function cut(text: string): string {
  return text.length <= CHARACTERS_MAX ? text : `${Buffer.from(text.slice(0, CHARACTERS_MAX)).toString()}…`
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function textOf(payload: Uint8Array): { payload: string } | { payloadBase64: string } {
  try {
    return { payload: cut(utf8.decode(payload)) }
  } catch {
    return { payloadBase64: Buffer.from(payload).toString('base64') }
  }
}
