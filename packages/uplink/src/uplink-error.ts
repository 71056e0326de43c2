/** Where an {@link UplinkError} was found. */
export interface UplinkEvidence {
  /** The topic or filter that was refused. */
  readonly topic?: string
  /** Why the broker refused, in MQTT 5's numbers. */
  readonly reasonCode?: number
  /** The file. */
  readonly path?: string
  /** The schema that a file has, and the newest that this program reads. */
  readonly foundSchema?: number
  readonly newestSchema?: number
}

/**
 * What a line or a file answers where it can't do its work. `REFUSED` is the caller's fault or the policy's, and trying again does not
 * help; `UNAVAILABLE` is a refusal for now, as of a host whose queue is full; `DISCONNECTED`, `STALLED` and `CLOSED` are the line's state;
 * `NEWER_SCHEMA` and `CORRUPT` are a file's, which is left as it is.
 */
export class UplinkError extends Error {
  override readonly name = 'UplinkError'
  readonly code: 'REFUSED' | 'UNAVAILABLE' | 'DISCONNECTED' | 'STALLED' | 'CLOSED' | 'NEWER_SCHEMA' | 'CORRUPT'
  readonly topic: string | undefined
  readonly reasonCode: number | undefined
  readonly path: string | undefined
  readonly foundSchema: number | undefined
  readonly newestSchema: number | undefined
  constructor(code: UplinkError['code'], message: string, evidence: UplinkEvidence & ErrorOptions = {}) {
    super(message, evidence.cause === undefined ? {} : { cause: evidence.cause })
    this.code = code
    this.topic = evidence.topic
    this.reasonCode = evidence.reasonCode
    this.path = evidence.path
    this.foundSchema = evidence.foundSchema
    this.newestSchema = evidence.newestSchema
  }
}
