import type { JsonObject } from '../document/json.ts'
import type { ShadowError } from '../shadow-error.ts'
import type { ShadowTransport, SubscribingTransport } from '../shadow-transport.ts'

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
  readonly [Name in keyof State]?: (Plain<NonNullable<State[Name]>> extends true ? StatePatch<NonNullable<State[Name]>> : State[Name]) | null
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

export interface UpdateOptions {
  /** The version that the shadow must have; with another one the update fails with CONFLICT. Absent: any. */
  readonly ifVersion?: number
  /** Gives the request up. */
  readonly signal?: AbortSignal
}

/** Reads and writes one shadow. */
export interface ShadowClient<State> {
  /** The shadow now; `undefined` when there is none. */
  get(options?: Pick<UpdateOptions, 'signal'>): Promise<ShadowSnapshot<State> | undefined>
  /** Says what is so, as the device; resolves when the service has accepted it. */
  report(patch: StatePatch<State>, options?: UpdateOptions): Promise<{ readonly version: number }>
  /** Says what is wanted, as an app; resolves when the service has accepted it. */
  setDesired(patch: StatePatch<State>, options?: UpdateOptions): Promise<{ readonly version: number }>
  /** What was last heard of the shadow, without asking; `undefined` before anything was. */
  readonly state: Omit<ShadowSnapshot<State>, 'delta'> | undefined
  /** Gives up what is under way and ends subscriptions; the connection stays open. */
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

/** A shadow client that hears of changes. */
export interface LiveShadowClient<State> extends ShadowClient<State> {
  /**
   * Calls the handler with what is desired and not yet reported: now, after every reconnect, and whenever it changes.
   * One call at a time, always with the newest; a change is delivered at least once. A handler that throws gets it again.
   * There is one handler: a second one replaces the first. Answers how to stop.
   */
  onDesired(handler: DesiredHandler<State>): () => void
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
  /** How long a request may take, milliseconds; 10,000 by default. */
  readonly timeoutMs?: number
  /** How long to wait before the n-th retry (from 0) of a failed synchronization or handler, milliseconds; 1 s doubling to 60 s by default. */
  readonly retryDelayMs?: (attempt: number) => number
  /** Makes client tokens, at most 64 bytes; random UUIDs by default. */
  readonly clientToken?: () => string
  /** Told of a change that the schema refuses, or a payload that is no shadow message. It is not delivered. */
  readonly onInvalid?: (problem: { readonly message: string; readonly payload: unknown }) => void
  /** Told of what fails in the background and is retried: synchronizing, and the handler (`HANDLER_FAILED`, with its error as `cause`). */
  readonly onError?: (error: ShadowError) => void
}

/** The state of a client without a schema. */
export type AnyState = JsonObject
