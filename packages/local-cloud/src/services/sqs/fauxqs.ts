import { isRecord } from '../../assembly/template.ts'
import { ServiceError } from '../../gateway/service-error.ts'
import type { Sqs, SqsMessage } from './sqs.ts'

/** fauxqs keeps all queues in this account. */
const ENGINE_ACCOUNT = '000000000000'

interface SqsOptions {
  readonly region: string
  readonly accountId: string
  /** Where queue URLs point to, as `http://127.0.0.1:4566`. */
  readonly endpoint: string
}

/**
 * SQS by fauxqs, embedded: requests are handed to its router without a socket. Queue URLs and ARNs get this cloud's address and account.
 * @see https://github.com/kibertoad/fauxqs
 */
export async function startFauxqs({ region, accountId, endpoint }: SqsOptions): Promise<Sqs> {
  // Loaded on use: half of an assembly's start is otherwise spent on engines that it may not need.
  const { buildApp } = await import('fauxqs')
  const app = buildApp({ logger: false, defaultRegion: region })
  const authorization = `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/sqs/aws4_request, SignedHeaders=host, Signature=0`
  const outside = translator(new RegExp(`(arn:aws:sqs:[a-z0-9-]+:)${ENGINE_ACCOUNT}:`, 'g'), `$1${accountId}:`, (name) => `${endpoint}/${accountId}/${name}`)
  const inside = translator(new RegExp(`(arn:aws:sqs:[a-z0-9-]+:)${accountId}:`, 'g'), `$1${ENGINE_ACCOUNT}:`, (name) => `http://sqs.${region}.localhost/${ENGINE_ACCOUNT}/${name}`)

  const inject = async (target: string, input: Record<string, unknown>) => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, authorization }
    const { statusCode, headers: answered, body } = await app.inject({ method: 'POST', url: '/', headers, payload: JSON.stringify(inside(input)) })
    const output: unknown = JSON.parse(body)
    return { statusCode, queryError: answered['x-amzn-query-error'], output: isRecord(output) ? outside(output) : {} }
  }
  const call = async (operation: string, input: Record<string, unknown>) => {
    const { statusCode, output } = await inject(`AmazonSQS.${operation}`, input)
    if (statusCode >= 400) throw ServiceError.from(statusCode, output)
    return output
  }
  const release = (QueueUrl: unknown, messages: readonly SqsMessage[]) =>
    Promise.all(messages.map(({ ReceiptHandle }) => call('ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 })))

  return {
    async createQueue(name, attributes) {
      await call('CreateQueue', { QueueName: name, Attributes: attributes })
      return { url: `${endpoint}/${accountId}/${name}`, arn: `arn:aws:sqs:${region}:${accountId}:${name}` }
    },
    queueUrl: (arn) => (arn.startsWith(`arn:aws:sqs:${region}:${accountId}:`) ? `${endpoint}/${accountId}/${arn.split(':')[5] ?? ''}` : undefined),
    async attributes(QueueUrl) {
      const { Attributes } = await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] })
      return isRecord(Attributes) ? Object.fromEntries(Object.entries(Attributes).map(([name, value]) => [name, String(value)])) : {}
    },
    async receive(QueueUrl, MaxNumberOfMessages, WaitTimeSeconds) {
      return messagesOf(await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages, WaitTimeSeconds, MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] }))
    },
    async delete(QueueUrl, messages) {
      for (let index = 0; index < messages.length; index += 10) {
        const entries = messages.slice(index, index + 10).map(({ ReceiptHandle }, id) => ({ Id: String(id), ReceiptHandle }))
        await call('DeleteMessageBatch', { QueueUrl, Entries: entries })
      }
    },
    async fetch(request) {
      const input: unknown = JSON.parse((await request.text()) || '{}')
      const { statusCode, queryError, output } = await inject(request.headers.get('x-amz-target') ?? '', isRecord(input) ? input : {})
      // A client that hung up during its long poll gets nothing: its messages are visible again at once.
      if (request.signal.aborted && isRecord(input)) await release(input['QueueUrl'], messagesOf(output))
      const headers = { 'content-type': 'application/x-amz-json-1.0', ...(queryError === undefined ? {} : { 'x-amzn-query-error': String(queryError) }) }
      return new Response(JSON.stringify(output), { status: statusCode, headers })
    },
    async close() {
      await app.close()
    },
  }
}

/** Rewrites the members that hold a queue's URL or ARN, and no other: message bodies are not ours to touch. */
function translator(arn: RegExp, replacement: string, url: (name: string) => string) {
  const queueUrl = (value: unknown) => (typeof value === 'string' ? url(value.split('/').at(-1) ?? '') : value)
  const withArns = (value: unknown) => (typeof value === 'string' ? value.replaceAll(arn, replacement) : value)
  const members: Readonly<Record<string, (value: unknown) => unknown>> = {
    QueueUrl: queueUrl,
    QueueUrls: (value) => (Array.isArray(value) ? value.map(queueUrl) : value),
    queueUrls: (value) => (Array.isArray(value) ? value.map(queueUrl) : value),
    Attributes: (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, attribute]) => [name, withArns(attribute)])) : value),
    DestinationArn: withArns,
    SourceArn: withArns,
  }
  return (document: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(document).map(([name, value]) => [name, members[name]?.(value) ?? value]))
}

function messagesOf(output: Record<string, unknown>): readonly SqsMessage[] {
  // The engine's own answer, in the shape of AWS's ReceiveMessage.
  return Array.isArray(output['Messages']) ? (output['Messages'] as SqsMessage[]) : []
}
