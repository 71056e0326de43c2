import type { JsonObject } from './document/json.ts'

/** Which shadow of which thing; without `shadowName` the classic one. */
export interface ShadowId {
  readonly thingName: string
  readonly shadowName?: string
}

/** What is asked of the service. */
export interface ShadowOperation extends ShadowId {
  readonly kind: 'get' | 'update' | 'delete'
}

/** The service's answer: the accepted payload, or why it was rejected. */
export type ShadowReply =
  | { readonly accepted: JsonObject; readonly rejected?: undefined }
  | { readonly accepted?: undefined; readonly rejected: { readonly code: number; readonly message: string } }

/** A subscription that was acknowledged. */
export interface ShadowSubscription {
  /** Ends it; a transport that is disconnected just forgets it. */
  close(): Promise<void>
}

/**
 * The way to the service. A transport may serve many clients, and does not own the connection it is made on.
 * Its members reject with ShadowError where they know why, and with `signal.reason` when aborted.
 */
export interface ShadowTransport {
  /** Sends a request and waits for its answer. `payload` carries a `clientToken`, by which an answer over topics is told from others'. */
  request(operation: ShadowOperation, payload: JsonObject, options: { readonly signal: AbortSignal }): Promise<ShadowReply>
  /**
   * Delivers what is published to these topics, once the broker has acknowledged the subscription.
   * Lasts as long as the connection: the client asks again after each. Absent where nothing can be subscribed to, such as HTTPS.
   */
  subscribe?(topics: readonly string[], handler: (topic: string, payload: Uint8Array) => void): Promise<ShadowSubscription>
  /** Tells of every connect and disconnect; at once, when the transport knows how it stands. Answers how to stop. */
  onConnection?(handler: (connected: boolean) => void): () => void
}

/** A transport that can subscribe: its clients have `onDesired`. */
export type SubscribingTransport = ShadowTransport & Required<Pick<ShadowTransport, 'subscribe'>>

/**
 * The prefix of all topics of a shadow, without a slash at the end.
 *
 * @example shadowTopic({ thingName: 'keg-1', shadowName: 'valve' })  // '$aws/things/keg-1/shadow/name/valve'
 */
export const shadowTopic = ({ thingName, shadowName }: ShadowId): string =>
  `$aws/things/${thingName}/shadow${shadowName === undefined ? '' : `/name/${shadowName}`}`
