import type { Clock } from '@keg/mqtt-broker'
import type { HttpRequest } from '../actions/requests.ts'
import { urlRefusal } from '../actions/http-request.ts'
import { alreadyExists, invalidRequest, ServiceException } from '../errors/service-exception.ts'
import type { IotState, TopicRuleDestination } from '../state/iot-state.ts'
import { errorText } from './error-document.ts'

/** What {@link TopicRuleDestinations} are handed. */
export interface DestinationsOptions {
  /** The destinations by ARN. */
  readonly byArn: IotState['destinations']
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
  readonly #sending = new Set<Promise<void>>()

  constructor(options: DestinationsOptions) {
    this.#options = options
  }

  list(): Iterable<TopicRuleDestination> {
    return this.#options.byArn.values()
  }

  /**
   * Throws ServiceException where there is none: these operations have no ResourceNotFoundException (API_GetTopicRuleDestination.html,
   * Errors).
   */
  get(arn: string): TopicRuleDestination {
    const destination = this.#options.byArn.get(arn)
    if (destination === undefined)
      throw new ServiceException('UnauthorizedException', 401, `Access to topic rule destination '${arn}' was denied`)
    return destination
  }

  find(confirmationUrl: string): TopicRuleDestination | undefined {
    return [...this.#options.byArn.values()].find((one) => one.confirmationUrl === confirmationUrl)
  }

  /** Makes a destination and sends its confirmation request. Throws ServiceException. */
  create(confirmationUrl: string): TopicRuleDestination {
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
    const destination = [...this.#options.byArn.values()].find((one) => one.token === token)
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
    else if (!isConfirmed)
      throw invalidRequest(`A destination that is ${destination.status} can't be set to ${status}: it is to be confirmed first`)
    else this.#put({ ...destination, status })
  }

  delete(arn: string): void {
    this.#options.byArn.delete(arn)
  }

  /** Waits for confirmation requests under way. */
  async close(): Promise<void> {
    await Promise.all(this.#sending)
  }

  #challenge(destination: TopicRuleDestination): TopicRuleDestination {
    const { newId, send } = this.#options
    if (send === undefined) return this.#put({ ...destination, status: 'ENABLED' })
    const token = `${newId()}${newId()}`.replaceAll('-', '')
    const challenged = this.#put({ ...destination, status: 'IN_PROGRESS', token })
    const sending = send(confirmationRequest(challenged, token, this.#options.enableUrl(token)))
      .then(() => this.#tell('info', `The destination ${destination.confirmationUrl} was asked to confirm itself.`))
      .catch((error: unknown) => this.#fail(challenged, error))
      .finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
    return challenged
  }

  #fail({ arn, confirmationUrl, token }: TopicRuleDestination, error: unknown): void {
    const current = this.#options.byArn.get(arn)
    // Deleted, confirmed or asked again meanwhile.
    if (current === undefined || current.token !== token) return
    const statusReason = `The confirmation request failed: ${errorText(error)}`
    this.#put({ ...current, status: 'ERROR', statusReason })
    this.#tell('warn', `The destination ${confirmationUrl} can not be confirmed. ${statusReason}`)
  }

  #put(destination: TopicRuleDestination): TopicRuleDestination {
    const updated = { ...destination, updatedAtMs: this.#options.clock.nowMs() }
    this.#options.byArn.set(updated.arn, updated)
    return updated
  }

  #tell(level: 'info' | 'warn', message: string): void {
    this.#options.log({ level, event: 'destination-confirmation', message })
  }
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html#http-action-destination-creating */
function confirmationRequest({ arn, confirmationUrl }: TopicRuleDestination, confirmationToken: string, enableUrl: string): HttpRequest {
  const messageType = 'DestinationConfirmation'
  return {
    method: 'POST',
    url: `${confirmationUrl.replace(/\/$/, '')}/?confirmationToken=${confirmationToken}`,
    headers: {
      'content-type': 'application/json', 'x-amz-rules-engine-message-type': messageType, 'x-amz-rules-engine-destination-arn': arn,
    },
    body: Buffer.from(JSON.stringify({ arn, confirmationToken, enableUrl, messageType })),
  }
}
