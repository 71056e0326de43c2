import type { ShadowClock } from '../clock.ts'
import type { JsonObject } from '../document/json.ts'
import type { ShadowError } from '../shadow-error.ts'
import type { ShadowTransport, SubscribingTransport } from '../shadow-transport.ts'
import type { PaceLimits } from './pace.ts'
import type { WhenFull } from './report-queue.ts'

/** A Standard Schema (zod 4, valibot, arktype): the part of it that is used here. */
export interface StateSchema<State> {
  readonly '~standard': {
    readonly validate: (value: unknown) => SchemaResult | Promise<SchemaResult>
    readonly types?: { readonly input: State; readonly output: unknown } | undefined
  }
}
interface SchemaResult {
  readonly issues?: readonly { readonly message: string }[] | undefined
}

type Plain<T> = [T] extends [readonly unknown[]] ? false : [T] extends [object] ? true : false
/** Any part of a state; `null` deletes. */
export type StatePatch<State> = {
  readonly [Name in keyof State]?: (Plain<NonNullable<State[Name]>> extends true ? StatePatch<NonNullable<State[Name]>> : State[Name])
    | null
}
/** A part of a state. */
export type StatePart<State> = {
  readonly [Name in keyof State]?: Plain<NonNullable<State[Name]>> extends true ? StatePart<NonNullable<State[Name]>> : State[Name]
}

/** What is known of a shadow. `delta` is what is desired and not reported, absent when in sync. */
export interface ShadowSnapshot<State> {
  readonly desired: StatePart<State>
  readonly reported: StatePart<State>
  readonly delta?: StatePart<State>
  readonly version: number
}

export interface UpdateOptions<State = AnyState> {
  /**
   * The version that the shadow must have; with another one the update fails with CONFLICT. Absent: any.
   * A report with a version goes out at once and alone, and is not kept while offline.
   */
  readonly ifVersion?: number
  /**
   * Asked at a conflict, with the shadow that is: answers the patch to try on it, or `undefined` to leave it at CONFLICT. At most four
   * times.
   */
  readonly onConflict?: (now: ShadowSnapshot<State>) => StatePatch<State> | undefined
  /** Gives up waiting. A report that waits for its turn is sent all the same. */
  readonly signal?: AbortSignal
}

export interface WaitOptions {
  /** How long to wait, milliseconds; 30,000 by default. */
  readonly timeoutMs?: number
  /** Where nothing can be subscribed to: how long to wait between two looks, milliseconds; 1,000 by default. */
  readonly pollMs?: number
  readonly signal?: AbortSignal
}

/** Reads and writes one shadow. */
export interface ShadowClient<State> {
  /** The shadow now; `undefined` when there is none. What the schema refuses is told to `onInvalid`, and in the answer as it is. */
  get(options?: { readonly signal?: AbortSignal }): Promise<ShadowSnapshot<State> | undefined>
  /**
   * Says what is so, as the device; resolves when the service has accepted it. Reports are sent one after the other;
   * those that wait for their turn, or for the connection, become one, and what does not get through is sent again.
   */
  report(patch: StatePatch<State>, options?: UpdateOptions<State>): Promise<{ readonly version: number }>
  /** Says what is wanted, as an app; resolves when the service has accepted it. */
  setDesired(patch: StatePatch<State>, options?: UpdateOptions<State>): Promise<{ readonly version: number }>
  /**
   * Resolves with the shadow once what is reported is as wished; looks at the present one first.
   * Rejects with TIMEOUT and the version last seen.
   *
   * @example await shadow.waitUntilReported(({ valve }) => valve === 'closed', { timeoutMs: 5_000 })
   */
  waitUntilReported(
    predicate: (reported: StatePart<State>, snapshot: ShadowSnapshot<State>) => boolean,
    options?: WaitOptions,
  ): Promise<ShadowSnapshot<State>>
  /** What was last heard of the shadow, without asking; `undefined` before anything was. */
  readonly state: Omit<ShadowSnapshot<State>, 'delta'> | undefined
  /** Gives up what is under way, reports that wait included, and ends subscriptions; the connection stays open. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface DesiredContext<State> {
  /** The version of the shadow that asked for the change. */
  readonly version: number
  readonly report: ShadowClient<State>['report']
}

/** Acts on a change and reports what came of it. */
export type DesiredHandler<State> = (change: StatePart<State>, context: DesiredContext<State>) => void | Promise<void>

export interface DesiredOptions<State> {
  /**
   * Told what the shadow is each time it was read: after each connect, and when it was deleted (`undefined`). It comes before the
   * handler's call, and tells what was last reported without a `get` of your own. The schema has not seen it.
   */
  readonly onSynchronized?: (snapshot: ShadowSnapshot<State> | undefined) => void
}

/** A shadow client that hears of changes. */
export interface LiveShadowClient<State> extends ShadowClient<State> {
  /**
   * Calls the handler with what is desired and not yet reported: now, after every reconnect, and whenever it changes.
   * One call at a time, always with the newest; a change is delivered at least once. A handler that throws gets it again.
   * There is one handler: a second one replaces the first. Answers how to stop.
   */
  onDesired(handler: DesiredHandler<State>, options?: DesiredOptions<State>): () => void
  /**
   * The shadow now, and each time it changes; `undefined` while there is none. Who is slow gets the newest, not all.
   * Goes on across reconnects; ends with the signal or the client.
   *
   * @example for await (const snapshot of shadow.watch({ signal })) show(snapshot?.reported)
   */
  watch(options?: { readonly signal?: AbortSignal }): AsyncIterableIterator<ShadowSnapshot<State> | undefined>
}

export type ShadowClientFor<Transport extends ShadowTransport, State> = Transport extends SubscribingTransport
  ? LiveShadowClient<State>
  : ShadowClient<State>

export interface ShadowClientOptions<Transport extends ShadowTransport, State> {
  readonly thingName: string
  /** Absent: the classic shadow. */
  readonly shadowName?: string
  readonly transport: Transport
  /** Types the state and checks every change before the handler sees it. Changes are partial, so its members should be optional. */
  readonly schema?: StateSchema<State>
  /** How long a request may take once it is sent, milliseconds; 10,000 by default. */
  readonly timeoutMs?: number
  /** How long to wait before the n-th retry (from 0) of what failed in the background, milliseconds; 1 s doubling to 60 s by default. */
  readonly retryDelayMs?: (attempt: number) => number
  /** What may wait to be reported. */
  readonly queue?: {
    /** Bytes of JSON; 8,192 by default, what a shadow can hold. */
    readonly maxBytes?: number
    /**
     * `reject`, the default: a report that does not fit fails with QUEUE_FULL. `drop-oldest`: the reports that
     * waited longest fail with QUEUE_FULL to make room.
     */
    readonly whenFull?: WhenFull
  }
  /**
   * How many requests may be without an answer, and be begun in a second, by all clients of the thing on the transport; AWS's 10 and 20 by
   * default.
   */
  readonly limits?: Partial<PaceLimits>
  /** Makes client tokens, at most 64 bytes; random UUIDs by default. */
  readonly clientToken?: () => string
  /** The runtime's own by default. */
  readonly clock?: ShadowClock
  /** Told of state that the schema refuses, or a payload that is no shadow message. A handler does not get it. */
  readonly onInvalid?: (problem: { readonly message: string; readonly payload: unknown }) => void
  /**
   * Told of what fails in the background and is retried: synchronizing, reporting, and the handler (`HANDLER_FAILED`, with its error as
   * `cause`).
   */
  readonly onError?: (error: ShadowError) => void
}

/** The state of a client without a schema. */
export type AnyState = JsonObject
