import { isRecord } from '@keg/aws-service'
import { createHash } from 'node:crypto'
import type { PolledSources } from '../../ground/polled-sources.ts'
import { OWN_QUEUE_PREFIX } from '../sqs/name.ts'
import type { Sqs } from '../sqs/sqs.ts'
import type { Shelf } from '../../ground/shelf.ts'
import { ownQueueSource } from './own-queue-source.ts'
import type { Topics } from './sns.ts'

/** A subscription that the engine can't deliver to. */
export interface PushedSubscription {
  readonly topicArn: string
  /** As `lambda`. */
  readonly protocol: string
  /** The function's ARN. */
  readonly endpoint: string
  readonly subscriptionArn: string
}

/** How notifications are pushed by one protocol. */
export interface Push {
  /** The endpoint as it is kept. Throws `ServiceException` where it is none. */
  readonly endpoint: (given: string) => string
  /** Hands one over; what is thrown goes, with the message, to the subscription's dead-letter queue. */
  readonly send: (body: string, subscription: PushedSubscription) => Promise<void>
}

/** What subscriptions are pushed with. */
export interface PushedSubscriptionsOptions {
  readonly sqs: Sqs
  readonly topics: Topics
  /** By protocol. */
  readonly pushes: Readonly<Record<string, Push>>
  readonly sources: PolledSources
  readonly queueArn: (name: string) => string
  /** By the name of the queue that holds what the topic has for them. */
  readonly shelf: Shelf<KeptSubscription>
  readonly log: (text: string) => void
}

interface KeptSubscription extends PushedSubscription {
  /** The id of the resource that it belongs to; absent: a call has made it. */
  readonly owner?: string
}

/** Functions and others that are subscribed to topics, each by a queue of its own, since the engine tells queues alone. */
export class PushedSubscriptions {
  readonly #options: PushedSubscriptionsOptions

  constructor(options: PushedSubscriptionsOptions) {
    this.#options = options
  }

  has(protocol: string): boolean {
    return Object.hasOwn(this.#options.pushes, protocol)
  }

  /**
   * Answers the subscription's ARN; `owner` is the id of the resource that it belongs to, absent for one that is made by a call. Throws
   * `ServiceException`.
   */
  async subscribe(
    { topicArn, protocol, endpoint: given }: Omit<PushedSubscription, 'subscriptionArn'>,
    attributes: Readonly<Record<string, string>>,
    owner?: string,
  ): Promise<string> {
    const { sqs, topics, queueArn, shelf } = this.#options
    const endpoint = this.#push(protocol).endpoint(given)
    const name = ownQueue(topicArn, endpoint)
    await sqs.createQueue(name, {})
    const subscriptionArn = await topics.subscribe(topicArn, queueArn(name), attributes)
    // To subscribe again by a call answers what is there.
    if (owner !== undefined || !shelf.has(name)) await this.resume({ topicArn, protocol, endpoint, subscriptionArn }, owner)
    return subscriptionArn
  }

  /** Hands over what a subscription that is there has. */
  async resume({ topicArn, protocol, endpoint, subscriptionArn }: PushedSubscription, owner?: string): Promise<void> {
    const { sqs, sources, queueArn, shelf, log } = this.#options
    const subscription = { topicArn, protocol, endpoint, subscriptionArn }
    const name = ownQueue(topicArn, endpoint)
    const push = async (body: string) =>
      this.#push(protocol).send(body, subscription).catch((error: unknown) => this.#undelivered(subscription, body, error))
    shelf.set(name, { ...subscription, ...(owner === undefined ? {} : { owner }) })
    const queueUrl = sqs.queueUrl(queueArn(name)) ?? ''
    sources.add(owner ?? ownerOf(subscription), ownQueueSource({ queueUrl, push }, sqs, log))
  }

  /** Those that calls have made before a restart. */
  async resumeCalls(): Promise<void> {
    for (const subscription of [...this.#options.shelf.values()].filter(({ owner }) => owner === undefined)) await this.resume(subscription)
  }

  /** To no effect for one that is not there. */
  async unsubscribe({ topicArn, endpoint, subscriptionArn }: Omit<PushedSubscription, 'protocol'>): Promise<void> {
    const { sqs, topics, sources, queueArn, shelf } = this.#options
    const name = ownQueue(topicArn, endpoint)
    await sources.remove(shelf.get(name)?.owner ?? ownerOf({ subscriptionArn }))
    await topics.unsubscribe(subscriptionArn)
    shelf.delete(name)
    await sqs.call('DeleteQueue', { QueueUrl: sqs.queueUrl(queueArn(name)) }).catch(() => undefined)
  }

  find(subscriptionArn: string): PushedSubscription | undefined {
    return [...this.#options.shelf.values()].find((each) => each.subscriptionArn === subscriptionArn)
  }

  /** The subscription behind a queue that is only here for it. */
  behind(queueArn: string): PushedSubscription | undefined {
    return this.#options.shelf.get(queueArn.split(':').at(-1) ?? '')
  }

  #push(protocol: string): Push {
    const push = this.#options.pushes[protocol]
    if (push === undefined)
      throw new TypeError(`Protocol ${protocol} is not delivered here, only sqs and ${Object.keys(this.#options.pushes).join(', ')} are`)
    return push
  }

  /** @see https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html */
  async #undelivered({ subscriptionArn, endpoint }: PushedSubscription, body: string, error: unknown): Promise<void> {
    const { sqs, topics, log } = this.#options
    const { RedrivePolicy = '' } = await topics.subscriptionAttributes(subscriptionArn)
    const policy: unknown = JSON.parse(RedrivePolicy || '{}')
    const deadLetterArn = isRecord(policy) ? String(policy['deadLetterTargetArn'] ?? '') : ''
    const url = sqs.queueUrl(deadLetterArn)
    log(`A notification did not reach ${endpoint}: ${error instanceof Error ? error.message : String(error)}.${url === undefined ? '' : ` It goes to ${deadLetterArn}.`}`)
    if (url !== undefined) await sqs.send(url, body)
  }
}

function ownerOf({ subscriptionArn }: Pick<PushedSubscription, 'subscriptionArn'>): string {
  return `by call ${subscriptionArn}`
}

/** The name of the queue that holds what a topic has for an endpoint. */
function ownQueue(topicArn: string, endpoint: string): string {
  return `${OWN_QUEUE_PREFIX}${createHash('sha256').update(`${topicArn} ${endpoint}`).digest('hex').slice(0, 32)}`
}
