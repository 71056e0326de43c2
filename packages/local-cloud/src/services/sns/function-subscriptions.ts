import { createHash } from 'node:crypto'
import { isRecord } from '../../assembly/template.ts'
import type { ServiceError } from '../../gateway/service-error.ts'
import type { EventSources } from '../lambda/event-sources.ts'
import type { Lambda } from '../lambda/lambda.ts'
import { snsEventSource } from '../lambda/sns-event-source.ts'
import { OWN_QUEUE_PREFIX } from '../sqs/create-sqs.ts'
import type { Sqs } from '../sqs/sqs.ts'
import type { Shelf } from '../state/shelf.ts'
import type { Sns } from './sns.ts'

/** A function's subscription to a topic. */
export interface FunctionSubscription {
  readonly topicArn: string
  readonly functionArn: string
  readonly subscriptionArn: string
}

interface KeptSubscription extends FunctionSubscription {
  /** The id of the resource that it belongs to; absent: a call has made it. */
  readonly owner?: string
}

/** What functions are subscribed with. */
export interface FunctionSubscriptionsOptions {
  readonly sqs: () => Promise<Sqs>
  readonly sns: () => Promise<Sns>
  readonly lambda: Lambda
  readonly eventSources: EventSources
  readonly queueArn: (name: string) => string
  /** By the name of the queue that holds what the topic has for the function. */
  readonly shelf: Shelf<KeptSubscription>
  readonly log: (text: string) => void
}

/** Functions that are subscribed to topics, each by a queue of its own, since the engine tells queues alone. */
export class FunctionSubscriptions {
  readonly #options: FunctionSubscriptionsOptions

  constructor(options: FunctionSubscriptionsOptions) {
    this.#options = options
  }

  /** Answers the subscription's ARN; `owner` is the id of the resource that it belongs to, absent for one that is made by a call. Throws `ServiceError`. */
  async subscribe(topicArn: string, functionNameOrArn: string, attributes: Readonly<Record<string, string>>, owner?: string): Promise<string> {
    const { sqs, sns, lambda, queueArn } = this.#options
    const { arn: functionArn } = lambda.definition(functionNameOrArn)
    const name = ownQueue(topicArn, functionArn)
    await (await sqs()).createQueue(name, {})
    const subscription = { topicArn, functionArn, subscriptionArn: await (await sns()).subscribe(topicArn, queueArn(name), attributes) }
    if (owner === undefined && this.#options.shelf.has(name)) return subscription.subscriptionArn
    await this.resume(subscription, owner)
    return subscription.subscriptionArn
  }

  /** Hands over what a subscription that is there has for its function. */
  async resume(subscription: FunctionSubscription, owner?: string): Promise<void> {
    const { sqs, eventSources, queueArn, shelf } = this.#options
    const { topicArn, functionArn, subscriptionArn } = subscription
    const name = ownQueue(topicArn, functionArn)
    const queues = await sqs()
    const queueUrl = queues.queueUrl(queueArn(name)) ?? ''
    shelf.set(name, { topicArn, functionArn, subscriptionArn, ...(owner === undefined ? {} : { owner }) })
    eventSources.add(owner ?? ownerOf(subscription), functionArn, (source) => snsEventSource({ queueUrl, subscriptionArn, functionArn, undelivered: (body, error) => this.#undelivered(subscription, body, error) }, queues, source))
  }

  /** Those that calls have made before a restart: their functions have to be there first. */
  async resumeCalls(): Promise<void> {
    const { shelf, lambda, log } = this.#options
    for (const subscription of [...shelf.values()].filter(({ owner }) => owner === undefined)) {
      if (lambda.has(subscription.functionArn)) await this.resume(subscription)
      else log(`${subscription.functionArn} is subscribed to ${subscription.topicArn} and no longer there.`)
    }
  }

  /** To no effect for one that is not there. */
  async unsubscribe({ topicArn, functionArn, subscriptionArn }: FunctionSubscription): Promise<void> {
    const { sqs, sns, eventSources, queueArn, shelf } = this.#options
    const name = ownQueue(topicArn, functionArn)
    await eventSources.remove(shelf.get(name)?.owner ?? ownerOf({ subscriptionArn }))
    await (await sns()).unsubscribe(subscriptionArn)
    shelf.delete(name)
    const queues = await sqs()
    await queues.call('DeleteQueue', { QueueUrl: queues.queueUrl(queueArn(name)) }).catch(() => undefined)
  }

  find(subscriptionArn: string): FunctionSubscription | undefined {
    return [...this.#options.shelf.values()].find((each) => each.subscriptionArn === subscriptionArn)
  }

  /** The function behind a queue that is only here for it. */
  functionOf(queueArn: string): string | undefined {
    return this.#options.shelf.get(queueArn.split(':').at(-1) ?? '')?.functionArn
  }

  /** What a function that is gone does not get. @see https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html */
  async #undelivered({ subscriptionArn, functionArn }: FunctionSubscription, body: string, error: ServiceError): Promise<void> {
    const { sqs, sns, log } = this.#options
    const { RedrivePolicy = '{}' } = await (await sns()).subscriptionAttributes(subscriptionArn)
    const policy: unknown = JSON.parse(RedrivePolicy || '{}')
    const deadLetterArn = isRecord(policy) ? String(policy['deadLetterTargetArn'] ?? '') : ''
    const queues = await sqs()
    const url = queues.queueUrl(deadLetterArn)
    log(`A notification did not reach ${functionArn}: ${error.message}.${url === undefined ? '' : ` It goes to ${deadLetterArn}.`}`)
    if (url !== undefined) await queues.send(url, body)
  }
}

function ownerOf({ subscriptionArn }: Pick<FunctionSubscription, 'subscriptionArn'>): string {
  return `by call ${subscriptionArn}`
}

/** The name of the queue that holds what a topic has for a function. */
function ownQueue(topicArn: string, functionArn: string): string {
  return `${OWN_QUEUE_PREFIX}${createHash('sha256').update(`${topicArn} ${functionArn}`).digest('hex').slice(0, 32)}`
}
