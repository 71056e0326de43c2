import type { SQSClient } from '@aws-sdk/client-sqs'
import { LastingFailure } from '../actions/action.ts'

export interface AwsEndpoint {
  /** Where actions send their requests: one URL for every service. */
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/** Sends to SQS queues by the AWS SDK, loaded with the first message. */
export interface QueueSender {
  readonly send: (queueUrl: string, body: string) => Promise<void>
  readonly close: () => void
}

export function createQueueSender(aws: AwsEndpoint | undefined, region: string): QueueSender {
  let client: Promise<SQSClient> | undefined
  const open = async ({ endpoint, credentials }: AwsEndpoint) => {
    const { SQSClient: Client } = await import('@aws-sdk/client-sqs')
    // The rule engine retries; a queue URL of AWS's own is to reach this endpoint too.
    return new Client({ endpoint, credentials, region, maxAttempts: 1, useQueueUrlAsEndpoint: false })
  }
  return {
    async send(queueUrl, body) {
      if (aws === undefined) throw new LastingFailure('no `aws` endpoint was given to createLocalIot, so there is no SQS to send to')
      client ??= open(aws)
      const { SendMessageCommand } = await import('@aws-sdk/client-sqs')
      await (await client).send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body })).catch(rethrow)
    },
    close: () => void client?.then((open) => open.destroy(), () => undefined),
  }
}

/** SQS's word that the request itself is wrong (no such queue, no right) stands; anything else may pass. */
function rethrow(error: Error & { $metadata?: { httpStatusCode?: number } }): never {
  const status = error.$metadata?.httpStatusCode ?? 500
  throw status >= 400 && status < 500 && status !== 429 ? new LastingFailure(error.message, { cause: error }) : error
}
