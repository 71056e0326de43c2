import { isRecord } from '@keg/aws-service'
import type { Ground } from '../ground/ground.ts'
import { onceStarted } from '../ground/once-started.ts'
import type { Deliver, Ports, SendRecord } from '../ground/ports.ts'
import { cloudWatch } from '../services/cloudwatch/name.ts'
import { events } from '../services/events/name.ts'
import { kinesis } from '../services/kinesis/name.ts'
import { lambda } from '../services/lambda/name.ts'
import { groupNameOf } from '../services/logs/log-group.ts'
import { logs } from '../services/logs/name.ts'
import { s3 } from '../services/s3/name.ts'
import { sns } from '../services/sns/name.ts'
import { sqs } from '../services/sqs/name.ts'
import { stepFunctions } from '../services/step-functions/name.ts'

/** What the ports need of the ground. They start a service when something is first sent to it. */
type Services = Pick<Ground, 'start' | 'running' | 'nowMs' | 'newId' | 'log'>

/** Makes the ports: what services of this run do for each other. */
export function portsOf(services: Services): Omit<Ports, 'ask'> {
  const deliver = deliverTo(services)
  const notStarted = (error: unknown) =>
    services.log({ level: 'error', source: 'cloud', message: `What a function or a service has done is not noted: ${String(error)}` })
  const started = {
    metrics: onceStarted(() => services.start(cloudWatch), notStarted), groups: onceStarted(() => services.start(logs), notStarted),
  }
  return {
    deliver,
    sendRecord: sendRecordTo(services, deliver),
    // Where nobody has made a rule, nobody hears it.
    emit: (...event) => services.running(events)?.emit(...event),
    count: (...counted) => started.metrics(({ metrics }) => metrics.count(...counted)),
    writeLines: (group, stream, lines) => started.groups(({ groups }) => groups.write(group, stream, lines)),
  }
}

function deliverTo(services: Services): Deliver {
  const { start } = services
  return async (arn, text, { subject, messageGroupId, partitionKey = 'keg' } = {}) => {
    switch (arn.split(':')[2]) {
      case 'lambda': return void (await start(lambda)).invokeAsync(arn, text)
      case 'sns': return void await (await start(sns)).publish(arn, text, subject)
      case 'states': return void (await start(stepFunctions)).start(arn, text)
      case 'kinesis': return (await start(kinesis)).append(arn, partitionKey, Buffer.from(text).toString('base64'))
      case 'logs': return appendLine(arn, text, services)
      default: return sendMessage(arn, text, messageGroupId, services)
    }
  }
}

async function sendMessage(arn: string, text: string, messageGroupId: string | undefined, { start }: Services): Promise<void> {
  const queues = await start(sqs)
  const queueUrl = queues.queueUrl(arn)
  if (queueUrl === undefined) throw new TypeError(`${arn} is nothing of this run that takes a message`)
  await queues.send(queueUrl, text, messageGroupId)
}

/** Writes a text to a log stream of its own. */
async function appendLine(arn: string, text: string, { start, nowMs, newId }: Services): Promise<void> {
  const { groups } = await start(logs)
  const { name } = groups.group(groupNameOf(arn))
  const stream = newId()
  groups.createStream(name, stream)
  groups.append(name, stream, [{ timestamp: nowMs(), message: lineOf(text) }])
}

/**
 * The line of a log group for a text: its `message` alone, where a target's input has the form for log groups.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 */
function lineOf(text: string): string {
  const given: unknown = text.startsWith('{"timestamp":') ? JSON.parse(text) : undefined
  if (!isRecord(given) || Object.keys(given).length !== 2 || given['message'] === undefined) return text
  return typeof given['message'] === 'string' ? given['message'] : JSON.stringify(given['message'])
}

function sendRecordTo({ start }: Services, deliver: Deliver): SendRecord {
  return async (arn, record, { objectKey, detailType, functionArn }) => {
    const text = JSON.stringify(record)
    const [, , service, , , ...rest] = arn.split(':')
    if (service === 's3')
      return accepted(await (await start(s3)).fetch(new Request(`http://s3/${rest.join(':')}/${objectKey}`, { method: 'PUT', body: text })))
    if (service !== 'events') return deliver(arn, text)
    const entry = { Source: 'lambda', DetailType: detailType, Detail: text, Resources: [arn, functionArn], EventBusName: arn }
    const { EventId, ErrorCode, ErrorMessage } = (await start(events)).put(entry)
    if (EventId === undefined) throw new TypeError(`${ErrorCode}: ${ErrorMessage}`)
  }
}

async function accepted(response: Response): Promise<void> {
  if (!response.ok) throw new TypeError(`The bucket answers ${response.status}: ${await response.text()}`)
}
