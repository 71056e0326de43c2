/** A request that your endpoint got. */
export interface DestinationRequest {
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export interface ConfirmDestinationOptions {
  /** @default - the global `fetch` */
  readonly fetch?: (url: string, options: { readonly method: 'GET'; readonly redirect: 'error' }) => Promise<{ readonly ok: boolean; readonly status: number }>
  /**
   * Origins that are asked beside AWS IoT's own, as `https://localhost:4433` of an AWS IoT Core on this machine.
   *
   * @default - none
   */
  readonly trustedOrigins?: readonly string[]
}

/** A confirmation request that is none, or that AWS IoT did not take back. */
export class DestinationConfirmationError extends Error {
  override readonly name = 'DestinationConfirmationError'
  /** `FOREIGN_URL`: who sent it wants another server asked. `NOT_CONFIRMED`: AWS IoT did not take the token. */
  readonly code: 'FOREIGN_URL' | 'MALFORMED' | 'NOT_CONFIRMED'

  constructor(code: DestinationConfirmationError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const MESSAGE_TYPE = 'x-amz-rules-engine-message-type'
const CONFIRMATION = 'DestinationConfirmation'
/** The control plane of every partition, with its FIPS and dual-stack names. */
const AWS_IOT = /^iot(-fips)?\.[a-z]{2}(-[a-z]+)+-\d\.(amazonaws\.com(\.cn)?|api\.aws|api\.amazonwebservices\.com\.cn)$/

/**
 * Confirms a topic rule destination from the endpoint that it names, and answers its ARN, which `UpdateTopicRuleDestination` then sets to ENABLED;
 * `undefined` for any other request, as a message that a rule sends. Asks no server but AWS IoT, whoever sent the request.
 * Throws {@link DestinationConfirmationError}.
 *
 * @example const arn = await confirmDestination({ headers: event.headers, body: event.body })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html
 */
export async function confirmDestination({ headers, body }: DestinationRequest, { fetch: send = fetch, trustedOrigins = [] }: ConfirmDestinationOptions = {}): Promise<string | undefined> {
  // By its header alone: a body is what a device publishes, too.
  if (headerOf(headers, MESSAGE_TYPE) !== CONFIRMATION) return undefined
  const { arn, url } = confirmationOf(body)
  if (!isAwsIot(url) && !trustedOrigins.includes(url.origin)) throw new DestinationConfirmationError('FOREIGN_URL', `${url.origin} is not AWS IoT: its confirmation is not sent there`)
  const { ok, status } = await send(url.href, { method: 'GET', redirect: 'error' }).catch((cause: unknown) => {
    throw new DestinationConfirmationError('NOT_CONFIRMED', `${url.origin} was not reached, or leads elsewhere`, { cause })
  })
  if (!ok) throw new DestinationConfirmationError('NOT_CONFIRMED', `${url.origin} answered ${status} to the confirmation of ${arn}`)
  return arn
}

function headerOf(headers: DestinationRequest['headers'], name: string): string | undefined {
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
  return typeof value === 'string' ? value : value?.[0]
}

function confirmationOf(body: string): { readonly arn: string; readonly url: URL } {
  const { arn, enableUrl, messageType } = parsed(body)
  const url = typeof enableUrl === 'string' ? URL.parse(enableUrl) : null
  const isOne = messageType === CONFIRMATION && url !== null && /^\/confirmdestination\/[\w.~%=-]+$/.test(url.pathname)
  if (typeof arn !== 'string' || !isOne) throw new DestinationConfirmationError('MALFORMED', 'The confirmation request does not have { arn, enableUrl, messageType } as AWS IoT sends it')
  return { arn, url }
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

const isAwsIot = ({ protocol, hostname, port, username, password }: URL): boolean => protocol === 'https:' && port === '' && username === '' && password === '' && AWS_IOT.test(hostname)
