import { isRecord } from '../../assembly/template.ts'
import { ServiceError } from '../../gateway/service-error.ts'
import { queueNameTranslator, type QueueNames } from './queue-names.ts'
import type { Sqs, SqsMessage } from './sqs.ts'

/** fauxqs keeps all queues in this account. */
const ENGINE_ACCOUNT = '000000000000'
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

/**
 * SQS by fauxqs, embedded: requests are handed to its router without a socket. Queue URLs and ARNs get this cloud's address and account.
 * @see https://github.com/kibertoad/fauxqs
 */
export async function startFauxqs(options: SqsOptions): Promise<Sqs> {
  const { region, accountId, endpoint } = options
  const { inject, close } = await startEngine(options)
  const call = async (operation: string, input: Record<string, unknown>) => {
    const { statusCode, output } = await inject(`AmazonSQS.${operation}`, input)
    if (statusCode >= 400) throw ServiceError.from(statusCode, output)
    return output
  }
  const prefix = `arn:aws:sqs:${region}:${accountId}:`
  return {
    async createQueue(name, attributes) {
      await call('CreateQueue', { QueueName: name, Attributes: attributes })
      return { url: `${endpoint}/${accountId}/${name}`, arn: `${prefix}${name}` }
    },
    queueUrl: (arn) => (arn.startsWith(prefix) ? `${endpoint}/${accountId}/${arn.slice(prefix.length)}` : undefined),
    async attributes(QueueUrl) {
      const { Attributes } = await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] })
      return isRecord(Attributes) ? Object.fromEntries(Object.entries(Attributes).map(([name, value]) => [name, String(value)])) : {}
    },
    async receive(QueueUrl, MaxNumberOfMessages, WaitTimeSeconds) {
      return messagesOf(await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages, WaitTimeSeconds, MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] }))
    },
    async delete(QueueUrl, messages) {
      for (let index = 0; index < messages.length; index += BATCH_MAX) {
        const Entries = messages.slice(index, index + BATCH_MAX).map(({ ReceiptHandle }, id) => ({ Id: String(id), ReceiptHandle }))
        await call('DeleteMessageBatch', { QueueUrl, Entries })
      }
    },
    async fetch(request) {
      const parsed: unknown = JSON.parse((await request.text()) || '{}')
      const input = isRecord(parsed) ? parsed : {}
      const { statusCode, headers, output } = await inject(request.headers.get('x-amz-target') ?? '', input)
      // A client that hung up during its long poll gets nothing: its messages are visible again at once.
      const unheard = request.signal.aborted ? messagesOf(output) : []
      for (const { ReceiptHandle } of unheard) await call('ChangeMessageVisibility', { QueueUrl: input['QueueUrl'], ReceiptHandle, VisibilityTimeout: 0 })
      return new Response(JSON.stringify(output), { status: statusCode, headers })
    },
    close,
  }
}

async function startEngine({ region, accountId, endpoint }: SqsOptions) {
  // Loaded on use: an assembly without queues starts sooner.
  const { buildApp } = await import('fauxqs')
  const app = buildApp({ logger: false, defaultRegion: region })
  const here: QueueNames = { accountId, url: (name) => `${endpoint}/${accountId}/${name}` }
  const engine: QueueNames = { accountId: ENGINE_ACCOUNT, url: (name) => `http://sqs.${region}.localhost/${ENGINE_ACCOUNT}/${name}` }
  const inside = queueNameTranslator(here, engine)
  const outside = queueNameTranslator(engine, here)
  const contentType = { 'content-type': 'application/x-amz-json-1.0' }
  // The engine takes the region from the signature, and checks none.
  const authorization = `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/sqs/aws4_request, SignedHeaders=host, Signature=0`
  return {
    async inject(target: string, input: Record<string, unknown>): Promise<Answer> {
      const headers = { ...contentType, 'x-amz-target': target, authorization }
      const answer = await app.inject({ method: 'POST', url: '/', headers, payload: JSON.stringify(inside(input)) })
      const output: unknown = JSON.parse(answer.body)
      const queryError = answer.headers['x-amzn-query-error']
      return {
        statusCode: answer.statusCode,
        headers: { ...contentType, ...(queryError === undefined ? {} : { 'x-amzn-query-error': String(queryError) }) },
        output: isRecord(output) ? outside(output) : {},
      }
    },
    close: async () => {
      await app.close()
    },
  }
}

function messagesOf(output: Readonly<Record<string, unknown>>): readonly SqsMessage[] {
  // The engine's own answer, in the shape of AWS's ReceiveMessage.
  return Array.isArray(output['Messages']) ? (output['Messages'] as SqsMessage[]) : []
}
