import { ServiceException } from '@keg/aws-service'
import { StateError } from '../state-error.ts'
import type { TaskServices } from './run-task.ts'

type Input = Readonly<Record<string, unknown>>

/** `sqs:sendMessage`; a body that is no text is sent as JSON. @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html */
export async function sendMessage({ MessageBody, ...input }: Input, { sqs }: TaskServices): Promise<unknown> {
  return named('SQS', async () => (await sqs()).call('SendMessage', { ...input, MessageBody: text(MessageBody) }))
}

/**
 * `sns:publish`; a message that is no text is published as JSON.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html
 */
export async function snsPublish({ TopicArn, Message, Subject }: Input, { sns }: TaskServices): Promise<unknown> {
  return named('SNS', async () => ({
    MessageId: await (await sns()).publish(String(TopicArn), text(Message), Subject === undefined ? undefined : String(Subject)),
  }))
}

async function named(service: string, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof ServiceException ? new StateError(`${service}.${error.name}`, error.message) : error
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
