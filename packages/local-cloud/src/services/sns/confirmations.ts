import { ServiceException } from '@keg/aws-service'
import { loopbackUrl, messageHeaders, type Post } from './http-push.ts'
import type { PushedSubscription, PushedSubscriptions } from './pushed-subscriptions.ts'

/** What confirmations are asked for with. */
export interface ConfirmationsOptions {
  readonly pushed: PushedSubscriptions
  readonly post: Post
  /** The one endpoint, which the address to visit begins with. */
  readonly endpoint: string
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (text: string) => void
}

interface Pending extends Omit<PushedSubscription, 'subscriptionArn'> {
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Subscriptions by HTTP, which begin once their server has confirmed them.
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html
 */
export class Confirmations {
  readonly #options: ConfirmationsOptions
  readonly #pending = new Map<string, Pending>()

  constructor(options: ConfirmationsOptions) {
    this.#options = options
  }

  /** Asks the server. Throws `ServiceException` for one of another machine. */
  begin(pending: Pending): void {
    const { post, endpoint, nowMs, newId, log } = this.#options
    const { topicArn } = pending
    const [url, Token, MessageId] = [loopbackUrl(pending.endpoint), newId().replaceAll('-', ''), newId()]
    this.#pending.set(Token, pending)
    const SubscribeURL = `${endpoint}/?${new URLSearchParams({ Action: 'ConfirmSubscription', TopicArn: topicArn, Token }).toString()}`
    const message = {
      Type: 'SubscriptionConfirmation', MessageId, Token, TopicArn: topicArn, SubscribeURL, Timestamp: new Date(nowMs()).toISOString(),
      SignatureVersion: '1', Signature: 'EXAMPLE', SigningCertURL: `${endpoint}/none.pem`,
      Message: `You have chosen to subscribe to the topic ${topicArn}. To confirm the subscription, visit the SubscribeURL included in this message.`,
    }
    post(url, messageHeaders('SubscriptionConfirmation', topicArn, MessageId), JSON.stringify(message)).catch((error: unknown) =>
      log(`${url} was not asked to confirm its subscription to ${topicArn}: ${String(error)}`))
  }

  /** Answers the subscription's ARN; the token stays good, as on AWS for two days. Throws `ServiceException`. */
  async confirm(token: string): Promise<string> {
    const pending = this.#pending.get(token)
    if (pending === undefined) throw new ServiceException('InvalidParameter', 400, 'Invalid parameter: Token')
    return this.#options.pushed.subscribe(pending, pending.attributes)
  }
}
