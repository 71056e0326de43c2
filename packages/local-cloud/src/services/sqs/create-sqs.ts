import { isRecord, ServiceException } from '@keg/aws-service'
import type { SharedEngine } from '../queues-topics-buckets/shared-engine.ts'
import { withTopicOf } from '../queues-topics-buckets/topic-account.ts'
import { OWN_QUEUE_PREFIX } from './name.ts'
import { queueNameTranslator, type QueueNames } from './queue-names.ts'
import type { Sqs, SqsMessage } from './sqs.ts'

/** `DeleteMessageBatch` takes at most this many. */
const BATCH_MAX = 10

interface SqsOptions {
  readonly region: string
  readonly accountId: string
  /** Where queue URLs point to, as `http://127.0.0.1:4566`. */
  readonly endpoint: string
}

interface Answer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly output: Record<string, unknown>
}

/** SQS by its engine. Queue URLs and ARNs get this cloud's address and account. */
export function createSqs(engine: SharedEngine, options: SqsOptions): Sqs {
  const { region, accountId, endpoint } = options
  const inject = injector(engine, options)
  const call = async (operation: string, input: Readonly<Record<string, unknown>>) => {
    const { statusCode, output } = await inject(`AmazonSQS.${operation}`, { ...input })
    if (statusCode >= 400) throw ServiceException.from(statusCode, output)
    return output
  }
  const prefix = `arn:aws:sqs:${region}:${accountId}:`
  return {
    call,
    async createQueue(name, attributes) {
      await call('CreateQueue', { QueueName: name, Attributes: attributes })
      return { url: `${endpoint}/${accountId}/${name}`, arn: `${prefix}${name}` }
    },
    queueUrl: (arn) => (arn.startsWith(prefix) ? `${endpoint}/${accountId}/${arn.slice(prefix.length)}` : undefined),
    async send(QueueUrl, MessageBody, MessageGroupId) {
      await call('SendMessage', { QueueUrl, MessageBody, ...(MessageGroupId === undefined ? {} : { MessageGroupId }) })
    },
    async attributes(QueueUrl) {
      const { Attributes } = await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] })
      return isRecord(Attributes) ? Object.fromEntries(Object.entries(Attributes).map(([name, value]) => [name, String(value)])) : {}
    },
    async receive(QueueUrl, MaxNumberOfMessages, WaitTimeSeconds) {
      const asked = { QueueUrl, MaxNumberOfMessages, WaitTimeSeconds, MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] }
      return messagesOf(await call('ReceiveMessage', asked))
    },
    async delete(QueueUrl, messages) {
      for (let index = 0; index < messages.length; index += BATCH_MAX) {
        const Entries = messages.slice(index, index + BATCH_MAX).map(({ ReceiptHandle }, id) => ({ Id: String(id), ReceiptHandle }))
        await call('DeleteMessageBatch', { QueueUrl, Entries })
      }
    },
    async answer(operation, input, hungUp) {
      checkNames(input)
      const { statusCode, headers, output: answered } = await inject(`AmazonSQS.${operation}`, { ...input })
      const output = withoutOurOwn(answered)
      // A client that hung up during its long poll gets nothing: its messages are visible again at once.
      const unheard = hungUp.aborted ? messagesOf(output) : []
      for (const { ReceiptHandle } of unheard) {
        await call('ChangeMessageVisibility', { QueueUrl: input['QueueUrl'], ReceiptHandle, VisibilityTimeout: 0 })
      }
      return new Response(JSON.stringify(output), { status: statusCode, headers })
    },
  }
}

function injector(
  engine: SharedEngine, { accountId, endpoint }: SqsOptions,
): (target: string, input: Record<string, unknown>) => Promise<Answer> {
  const here: QueueNames = { accountId, url: (name) => `${endpoint}/${accountId}/${name}` }
  const there: QueueNames = { accountId: engine.accountId, url: (name) => engine.queueUrl(name) }
  const inside = queueNameTranslator(here, there)
  const outside = queueNameTranslator(there, here)
  const contentType = { 'content-type': 'application/x-amz-json-1.0' }
  return async (target, input) => {
    const answer = await engine.inject({
      service: 'sqs', headers: { ...contentType, 'x-amz-target': target }, payload: JSON.stringify(inside(input)),
    })
    const parsed: unknown = JSON.parse(answer.body)
    const output = isRecord(parsed) ? outside(parsed) : {}
    const queryError = answer.headers['x-amzn-query-error']
    return {
      statusCode: answer.statusCode,
      headers: { ...contentType, ...(queryError === undefined ? {} : { 'x-amzn-query-error': String(queryError) }) },
      output: Array.isArray(output['Messages'])
        ? {
          ...output, Messages: messagesOf(output).map((message) => withTopicOf({ accountId, engineAccountId: engine.accountId }, message)),
        }
        : output,
    }
  }
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
const QUEUE_NAME = /^(?=.{1,80}$)[\w-]+(?:\.fifo)?$/

/** Refuses what the engine would take for another name, or would stumble over. Throws `ServiceException`. */
function checkNames(input: Readonly<Record<string, unknown>>): void {
  const { QueueName } = input
  if (QueueName !== undefined && (typeof QueueName !== 'string' || !QUEUE_NAME.test(QueueName))) {
    throw new ServiceException(
      'InvalidParameterValue', 400, 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    )
  }
  // The engine reads no JSON with such a member, wherever it stands.
  if (hasForbiddenMember(input)) throw new ServiceException('InvalidParameterValue', 400, 'A member named __proto__ is not taken here.')
}

function hasForbiddenMember(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenMember)
  return isRecord(value) && Object.entries(value).some(([name, member]) => name === '__proto__' || hasForbiddenMember(member))
}

/** The queues behind functions' subscriptions are no part of the assembly. */
function withoutOurOwn(output: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { QueueUrls } = output
  return Array.isArray(QueueUrls)
    ? { ...output, QueueUrls: QueueUrls.filter((url) => !String(url).includes(`/${OWN_QUEUE_PREFIX}`)) }
    : output
}

function messagesOf(output: Readonly<Record<string, unknown>>): readonly SqsMessage[] {
  // The engine's own answer, in the shape of AWS's ReceiveMessage.
  return Array.isArray(output['Messages']) ? (output['Messages'] as SqsMessage[]) : []
}
