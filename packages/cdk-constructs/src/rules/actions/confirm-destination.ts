/** A request that your endpoint got. */
export interface DestinationRequest {
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

/** Whose destinations are confirmed: one of both is needed, since anybody may register your endpoint as theirs. */
export type ConfirmDestinationOptions = ConfirmationSettings
  & ({ readonly accounts: readonly string[] } | { readonly destinationArns: readonly string[] })

interface ConfirmationSettings {
  /** Accounts, in 12 digits, whose destinations may be here. @default - none but `destinationArns` */
  readonly accounts?: readonly string[]
  /** Destinations that may be here. @default - none but those of `accounts` */
  readonly destinationArns?: readonly string[]
  /** @default - the global `fetch` */
  readonly fetch?: (
    url: string, options: { readonly method: 'GET'; readonly redirect: 'error' },
  ) => Promise<{ readonly ok: boolean; readonly status: number }>
  /**
   * Origins that are asked beside AWS IoT's own, as `https://localhost:4433` of an AWS IoT Core on this machine.
   *
   * @default - none
   */
  readonly trustedOrigins?: readonly string[]
}

/**
 * A confirmation request that is malformed or foreign, or whose token AWS IoT refused.
 *
 * @example
 * const answer = await confirmDestination(event, { accounts: ['123456789012'] }).catch((error: unknown) => {
 *   if (error instanceof DestinationConfirmationError && error.code === 'FOREIGN_URL') return { statusCode: 403 }
 *   throw error
 * })
 */
export class DestinationConfirmationError extends Error {
  override readonly name = 'DestinationConfirmationError'
  /**
   * `FOREIGN_URL`: who sent it wants another server asked. `FOREIGN_DESTINATION`: the destination is none of yours. `NOT_CONFIRMED`: AWS
   * IoT did not take the token.
   */
  readonly code: 'FOREIGN_URL' | 'FOREIGN_DESTINATION' | 'MALFORMED' | 'NOT_CONFIRMED'

  constructor(code: DestinationConfirmationError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const MESSAGE_TYPE = 'x-amz-rules-engine-message-type'
const CONFIRMATION = 'DestinationConfirmation'
/** The control plane of every partition, with its FIPS and dual-stack names. */
const AWS_IOT = new RegExp(`^iot(-fips)?\\.(?<region>[a-z]{2,4}(-[a-z]+)+-\\d)\\.(${[
  'amazonaws.com', 'api.aws', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn', 'amazonaws.eu', 'api.amazonwebservices.eu',
  'c2s.ic.gov', 'sc2s.sgov.gov', 'cloud.adc-e.uk', 'csp.hci.ic.gov',
].map((suffix) => suffix.replaceAll('.', '\\.')).join('|')})$`)
const DESTINATION = /^arn:aws[a-z-]*:iot:(?<region>[a-z0-9-]+):(?<account>\d{12}):ruledestination\/http\/[\w-]+$/

/**
 * Confirms a topic rule destination from the endpoint that it names, and answers its ARN, which `UpdateTopicRuleDestination` then sets to
 * ENABLED; `undefined` for any other request, as a message that a rule sends. Asks no server but AWS IoT, whoever sent the request, and
 * confirms no destination but those of your accounts. Nobody signs the request, so that the ARN may be of a destination of yours that is
 * not the one that was confirmed: enable it where `GetTopicRuleDestination` says `IN_PROGRESS`, and leave alone what is disabled. Throws
 * {@link DestinationConfirmationError}.
 *
 * @example const arn = await confirmDestination({ headers: event.headers, body: event.body }, { accounts: ['123456789012'] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html
 */
export async function confirmDestination(
  { headers, body }: DestinationRequest, { fetch: send = fetch, trustedOrigins = [], ...whose }: ConfirmDestinationOptions,
): Promise<string | undefined> {
  // By its header alone: a body is what a device publishes, too.
  if (headerOf(headers, MESSAGE_TYPE) !== CONFIRMATION) return undefined
  const { arn, url } = confirmationOf(body)
  const isTrusted = trustedOrigins.includes(url.origin)
  if (!isAwsIot(url) && !isTrusted)
    throw new DestinationConfirmationError('FOREIGN_URL', `${url.origin} is not AWS IoT: its confirmation is not sent there`)
  checkDestination(arn, whose, isTrusted ? undefined : AWS_IOT.exec(url.hostname)?.groups?.['region'])
  const { ok, status } = await send(url.href, { method: 'GET', redirect: 'error' }).catch((cause: unknown) => {
    throw new DestinationConfirmationError('NOT_CONFIRMED', `${url.origin} was not reached, or leads elsewhere`, { cause })
  })
  if (!ok) throw new DestinationConfirmationError('NOT_CONFIRMED', `${url.origin} answered ${status} to the confirmation of ${arn}`)
  return arn
}

/** A region is that of the host that the token is sent to. */
function checkDestination(
  arn: string,
  { accounts = [], destinationArns = [] }: Pick<ConfirmationSettings, 'accounts' | 'destinationArns'>,
  region: string | undefined,
): void {
  const of = DESTINATION.exec(arn)?.groups
  if (of === undefined) throw new DestinationConfirmationError('MALFORMED', `${JSON.stringify(arn)} is not the ARN of an HTTP destination`)
  const isOurs = destinationArns.includes(arn) || accounts.includes(of['account'] ?? '')
  if (!isOurs) {
    throw new DestinationConfirmationError(
      'FOREIGN_DESTINATION', `${arn} is of no account, and no destination, that this endpoint confirms: see accounts and destinationArns`,
    )
  }
  if (region !== undefined && region !== of['region'])
    throw new DestinationConfirmationError('FOREIGN_DESTINATION', `${arn} is not of ${region}, which its token would be sent to`)
}

function headerOf(headers: DestinationRequest['headers'], name: string): string | undefined {
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
  return typeof value === 'string' ? value : value?.[0]
}

function confirmationOf(body: string): { readonly arn: string; readonly url: URL } {
  const { arn, enableUrl, messageType } = parsed(body)
  const url = typeof enableUrl === 'string' ? URL.parse(enableUrl) : null
  const isOne = messageType === CONFIRMATION && url !== null && /^\/confirmdestination\/[\w.~%=-]+$/.test(url.pathname)
  if (typeof arn !== 'string' || !isOne) {
    throw new DestinationConfirmationError(
      'MALFORMED', 'The confirmation request does not have { arn, enableUrl, messageType } as AWS IoT sends it',
    )
  }
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

const isAwsIot = ({ protocol, hostname, port, username, password }: URL): boolean =>
  protocol === 'https:' && port === '' && username === '' && password === '' && AWS_IOT.test(hostname)
