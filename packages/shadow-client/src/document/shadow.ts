import type { JsonObject } from './json.ts'

/** The two halves of a shadow; one that has no members is absent. */
export interface ShadowState {
  readonly desired?: JsonObject
  readonly reported?: JsonObject
}

/** A shadow: what is wanted, what is, and when each part was set (epoch seconds). */
export interface ShadowDocument {
  readonly state: ShadowState
  readonly metadata: ShadowState
  readonly version: number
}

/** What a service keeps of one shadow. Versions survive deletion for 48 hours, so a deleted shadow has a record without a document. */
export interface ShadowRecord {
  readonly document: ShadowDocument | undefined
  /** The last version that was used; deleting uses one up. */
  readonly version: number
  /** When the shadow was deleted; absent while it exists. */
  readonly deletedAtSec?: number
}

/** Whose shadow it is, and the time, epoch seconds. */
export interface ShadowRequestContext {
  readonly thingName: string
  /** Absent: the classic shadow. */
  readonly shadowName?: string
  readonly nowSec: number
}

/** Parts of payloads that answer a request: `clientToken` is there when the request had one. */
interface Answer {
  readonly timestamp: number
  readonly clientToken?: string
}
/** What goes to `…/update/accepted`: only what the request held. */
export interface UpdateAccepted extends Answer {
  readonly state: JsonObject | null
  readonly metadata: JsonObject
  readonly version: number
}
/** What goes to `…/update/delta`. */
export interface ShadowDelta extends Answer {
  readonly version: number
  readonly state: JsonObject
  readonly metadata: JsonObject
}
/** What goes to `…/update/documents`; `previous` is null when the update created the shadow. */
export interface ShadowDocuments extends Answer {
  readonly previous: ShadowDocument | null
  readonly current: ShadowDocument
}
/** What goes to `…/get/accepted`. */
export interface GetAccepted extends Answer {
  readonly state: ShadowState & { readonly delta?: JsonObject }
  readonly metadata: ShadowState
  readonly version: number
}
/** What goes to `…/delete/accepted`: the version that was deleted. */
export interface DeleteAccepted extends Answer {
  readonly version: number
}
/** What goes to `…/rejected`, and over HTTPS the status and message. */
export interface ShadowRejected {
  /** As HTTP status codes. */
  readonly code: number
  readonly message: string
  /** Absent where AWS leaves it out: when there is no shadow. */
  readonly timestamp?: number
  readonly clientToken?: string
}

interface Rejection {
  readonly accepted?: undefined
  readonly rejected: ShadowRejected
  readonly delta?: undefined
  readonly documents?: undefined
}
/** How a request ended; `record` is what to keep, unchanged when rejected, `undefined` when there never was a shadow. */
export type UpdateResult =
  | (Rejection & { readonly record: ShadowRecord | undefined })
  | {
      readonly record: ShadowRecord
      readonly accepted: UpdateAccepted
      readonly rejected?: undefined
      /** Absent when desired and reported agree: nothing is published to `…/update/delta`. */
      readonly delta?: ShadowDelta
      readonly documents: ShadowDocuments
    }
export type GetResult = { readonly record: ShadowRecord | undefined } & (
  | Rejection
  | { readonly accepted: GetAccepted; readonly rejected?: undefined; readonly delta?: undefined; readonly documents?: undefined }
)
export type DeleteResult = { readonly record: ShadowRecord | undefined } & (
  | Rejection
  | { readonly accepted: DeleteAccepted; readonly rejected?: undefined; readonly delta?: undefined; readonly documents?: undefined }
)
