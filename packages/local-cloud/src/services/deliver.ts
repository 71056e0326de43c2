import { isRecord } from '../assembly/template.ts'
import { groupNameOf } from './logs/log-group.ts'
import type { Deliver } from '../ground/ports.ts'
import type { Services } from './services.ts'
import type { Sqs } from './sqs/sqs.ts'

/** What texts are delivered by. */
export interface DeliverOptions extends Pick<Services, 'sqs' | 'sns' | 'lambda' | 'stepFunctions' | 'kinesis' | 'logs' | 'nowMs'> {
  readonly newId: () => string
}

/** Delivers within this run. The promise is rejected for what is not there. */
export function deliverTo(options: DeliverOptions): Deliver {
  const { sqs, sns, lambda, stepFunctions, kinesis } = options
  return async (arn, text, { subject, messageGroupId, partitionKey = 'keg' } = {}) => {
    switch (arn.split(':')[2]) {
      case 'lambda': return void lambda.invokeAsync(arn, text)
      case 'sns': return void await (await sns()).publish(arn, text, subject)
      case 'states': return void stepFunctions.start(arn, text)
      case 'kinesis': return kinesis.append(arn, partitionKey, Buffer.from(text).toString('base64'))
      case 'logs': return appendLine(arn, text, options)
      default: return sendMessage(arn, text, messageGroupId, await sqs())
    }
  }
}

async function sendMessage(arn: string, text: string, messageGroupId: string | undefined, queues: Sqs): Promise<void> {
  const queueUrl = queues.queueUrl(arn)
  if (queueUrl === undefined) throw new TypeError(`${arn} is nothing of this run that takes a message`)
  await queues.send(queueUrl, text, messageGroupId)
}

/** As a line of a log stream of its own. */
function appendLine(arn: string, text: string, { logs: { groups }, nowMs, newId }: DeliverOptions): void {
  const { name } = groups.group(groupNameOf(arn))
  const stream = newId()
  groups.createStream(name, stream)
  groups.append(name, stream, [{ timestamp: nowMs(), message: lineOf(text) }])
}

/** The message alone where a target's input has the form that log groups take. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html */
function lineOf(text: string): string {
  const given: unknown = text.startsWith('{"timestamp":') ? JSON.parse(text) : undefined
  if (!isRecord(given) || Object.keys(given).length !== 2 || given['message'] === undefined) return text
  return typeof given['message'] === 'string' ? given['message'] : JSON.stringify(given['message'])
}
