import type { HttpRequest } from '../actions/requests.ts'
import { urlRefusal } from '../actions/http-request.ts'
import type { Clock } from '../clock.ts'
import { alreadyExists, invalidRequest, ServiceException } from '../operations/service-exception.ts'
import { errorText } from './error-document.ts'

export type DestinationStatus = 'ENABLED' | 'DISABLED' | 'IN_PROGRESS' | 'ERROR'

/** An HTTP endpoint that the actions of rules may send to, once it is confirmed. */
export interface Destination {
  readonly arn: string
  readonly confirmationUrl: string
  readonly status: DestinationStatus
  readonly statusReason?: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** What confirms it; absent once it is confirmed. */
  readonly token?: string
}

/** What {@link TopicRuleDestinations} are handed. */
export interface DestinationsOptions {
  readonly clock: Clock
  readonly newId: () => string
  /** `arn('ruledestination/http/1')` */
  readonly arn: (resource: string) => string
  /** Sends a confirmation request; absent = a function stands in for every endpoint, and there is nothing to confirm. */
  readonly send?: ((request: HttpRequest) => Promise<unknown>) | undefined
  /** Where a GET confirms this token. */
  readonly enableUrl: (token: string) => string
  readonly log: (event: { level: 'info' | 'warn'; event: 'destination-confirmation'; message: string }) => void
}

const MAX_URL_LENGTH = 2000

/**
 * The account's topic rule destinations.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html
 */
export class TopicRuleDestinations {
  readonly #options: DestinationsOptions
  readonly #byArn = new Map<string, Destination>()
  readonly #sending = new Set<Promise<void>>()

  constructor(options: DestinationsOptions) {
    this.#options = options
  }

  list(): Iterable<Destination> {
    return this.#byArn.values()
  }

  /** Throws ServiceException where there is none: these operations have no ResourceNotFoundException (API_GetTopicRuleDestination.html, Errors). */
  get(arn: string): Destination {
    const destination = this.#byArn.get(arn)
    if (destination === undefined) throw new ServiceException('UnauthorizedException', 401, `Access to topic rule destination '${arn}' was denied`)
    return destination
  }

  find(confirmationUrl: string): Destination | undefined {
    return [...this.#byArn.values()].find((one) => one.confirmationUrl === confirmationUrl)
  }

  /** Makes a destination and sends its confirmation request. Throws ServiceException. */
  create(confirmationUrl: string): Destination {
    const refusal = confirmationUrl.length > MAX_URL_LENGTH ? `it has more than ${MAX_URL_LENGTH} characters` : urlRefusal(confirmationUrl)
    if (refusal !== undefined) throw invalidRequest(`The confirmation URL is not valid: ${refusal}`)
    const known = this.find(confirmationUrl)
    if (known !== undefined) throw alreadyExists(`Topic rule destination already exists. Arn: ${known.arn}`, { resourceArn: known.arn })
    const nowMs = this.#options.clock.nowMs()
    const arn = this.#options.arn(`ruledestination/http/${this.#options.newId()}`)
    return this.#challenge({ arn, confirmationUrl, status: 'IN_PROGRESS', createdAtMs: nowMs, updatedAtMs: nowMs })
  }

  /** Confirms the destination that the token was sent to; it is not enabled by that. Throws ServiceException. */
  confirm(token: string): void {
    const destination = [...this.#byArn.values()].find((one) => one.token === token)
    if (destination === undefined) throw invalidRequest('The confirmation token is not valid')
    const { token: _, statusReason: __, ...confirmed } = destination
    this.#put({ ...confirmed, status: 'DISABLED' })
    this.#tell('info', `The destination ${destination.confirmationUrl} is confirmed; UpdateTopicRuleDestination enables it.`)
  }

  /** Enables or disables a confirmed destination, or asks for confirmation again. Throws ServiceException. */
  update(arn: string, status: string): void {
    const { statusReason: _, ...destination } = this.get(arn)
    const isConfirmed = destination.status === 'ENABLED' || destination.status === 'DISABLED'
    if (status === 'IN_PROGRESS') this.#challenge(destination)
    else if (status !== 'ENABLED' && status !== 'DISABLED') throw invalidRequest(`A topic rule destination can't be set to ${status}`)
    else if (!isConfirmed) throw invalidRequest(`A topic rule destination that is ${destination.status} can't be set to ${status}: it is to be confirmed first`)
    else this.#put({ ...destination, status })
  }

  delete(arn: string): void {
    this.#byArn.delete(arn)
  }

  /** Waits for confirmation requests under way. */
  async close(): Promise<void> {
    await Promise.all(this.#sending)
  }

  #challenge(destination: Destination): Destination {
    const { newId, send } = this.#options
    if (send === undefined) return this.#put({ ...destination, status: 'ENABLED' })
    const token = `${newId()}${newId()}`.replaceAll('-', '')
    const challenged = this.#put({ ...destination, status: 'IN_PROGRESS', token })
    const sending = send(confirmationRequest(challenged, token, this.#options.enableUrl(token)))
      .then(() => this.#tell('info', `The destination ${destination.confirmationUrl} was asked to confirm itself.`), (error) => this.#fail(challenged, error))
      .finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
    return challenged
  }

  #fail({ arn, confirmationUrl, token }: Destination, error: unknown): void {
    const current = this.#byArn.get(arn)
    // Deleted, confirmed or asked again meanwhile.
    if (current === undefined || current.token !== token) return
    const statusReason = `The confirmation request failed: ${errorText(error)}`
    this.#put({ ...current, status: 'ERROR', statusReason })
    this.#tell('warn', `The destination ${confirmationUrl} can not be confirmed. ${statusReason}`)
  }

  #put(destination: Destination): Destination {
    const updated = { ...destination, updatedAtMs: this.#options.clock.nowMs() }
    this.#byArn.set(updated.arn, updated)
    return updated
  }

  #tell(level: 'info' | 'warn', message: string): void {
    this.#options.log({ level, event: 'destination-confirmation', message })
  }
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html#http-action-destination-creating */
function confirmationRequest({ arn, confirmationUrl }: Destination, confirmationToken: string, enableUrl: string): HttpRequest {
  const messageType = 'DestinationConfirmation'
  return {
    method: 'POST',
    url: `${confirmationUrl.replace(/\/$/, '')}/?confirmationToken=${confirmationToken}`,
    headers: { 'content-type': 'application/json', 'x-amz-rules-engine-message-type': messageType, 'x-amz-rules-engine-destination-arn': arn },
    body: Buffer.from(JSON.stringify({ arn, confirmationToken, enableUrl, messageType })),
  }
}
