import { DeviceError, messageOf } from '../errors/device-error.ts'

/** How the SDK's service clients ask: what one keg needs at once, and how long it waits for an answer. */
export const REQUESTS = { maxRequestResponseSubscriptions: 6, maxStreamingSubscriptions: 1, operationTimeoutInSeconds: 10 } as const

/** AWS's own words for a refusal, out of the SDK's `ServiceError`; `undefined` where it was no refusal. */
export function modeledError<Refusal extends object>(error: unknown): Refusal | undefined {
  const modeled: unknown = error instanceof Error && 'modeledError' in error ? error.modeledError : undefined
  // What it looks like is the SDK's model of the service.
  return typeof modeled === 'object' && modeled !== null ? (modeled as Refusal) : undefined
}

/** Why there was no answer: the SDK's `ServiceError` says no more than that it is one, its inner error has the words. */
export function innermost(error: unknown): string {
  const inner: unknown = error instanceof Error && 'internalError' in error ? error.internalError : undefined
  return messageOf(inner ?? error)
}

interface AnyRefusal {
  /** Of jobs. */
  readonly code?: string
  readonly message?: string
  /** Of provisioning. */
  readonly errorCode?: string
  readonly errorMessage?: string
  readonly statusCode?: number
}

/** What the SDK says where a line stands and no answer can come, by its names for it: its errors carry them in their text alone. */
const UNSERVED: readonly (readonly [name: string, why: string])[] = [
  ['SUBSCRIBE_FAILURE', 'the subscription to the answers was refused; does the policy allow it?'],
  ['PUBLISH_FAILURE', 'the request was refused; does the policy allow it?'],
  ['TIMEOUT', `no answer within ${REQUESTS.operationTimeoutInSeconds} s; is it there, and does the policy allow its answers to be received?`],
]

/** A `NO_ANSWER` over a line that stood meanwhile, as `NOT_SERVED`; anything else as it is. */
export function overStandingLine(what: string, error: unknown): unknown {
  if (!(error instanceof DeviceError) || error.code !== 'NO_ANSWER') return error
  const [, why] = UNSERVED.find(([name]) => error.message.includes(`AWS_ERROR_MQTT_REQUEST_RESPONSE_${name}`)) ?? []
  return why === undefined ? error : new DeviceError('NOT_SERVED', `${what}: ${why}`, { cause: error })
}

/** Waits for an answer; rejects with a DeviceError: `REFUSED` in AWS's words, or `NO_ANSWER`. */
export async function asked<Answer>(what: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (cause) {
    const refusal = modeledError<AnyRefusal>(cause)
    if (refusal === undefined) throw new DeviceError('NO_ANSWER', `${what}: ${innermost(cause)}`, { cause })
    const { statusCode } = refusal
    const awsCode = refusal.code ?? refusal.errorCode ?? 'unknown'
    const why = refusal.message ?? refusal.errorMessage ?? 'no reason'
    const message = `${what} was refused: ${awsCode}${statusCode === undefined ? '' : ` (${statusCode})`}: ${why}`
    throw new DeviceError('REFUSED', message, { cause, awsCode, ...(statusCode !== undefined && { statusCode }) })
  }
}
