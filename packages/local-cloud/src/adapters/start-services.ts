import { join } from 'node:path'
import type { LocalIot } from '@keg/local-iot'
import type { Activity } from '../activity/activity.ts'
import type { CloudLogEntry } from '../cloud-log-entry.ts'
import type { RunOptions } from '../cloud.ts'
import { Cognito } from '../services/cognito/cognito.ts'
import { CustomResources } from '../services/cloudformation/custom-resources.ts'
import { deliverTo } from '../services/deliver.ts'
import { EventBus } from '../services/events/event-bus.ts'
import { deadLetters } from '../services/events/dead-letters.ts'
import { Schedules } from '../services/events/schedules.ts'
import { TargetDeliveries } from '../services/events/target-delivery.ts'
import { Kinesis } from '../services/kinesis/kinesis.ts'
import { GlueCatalog } from '../services/glue/glue-catalog.ts'
import { HttpApis } from '../services/http-api/http-apis.ts'
import { deadLetterTo } from '../services/lambda/dead-letter.ts'
import { sendRecordTo } from '../services/lambda/destinations.ts'
import type { SendRecord } from '../ground/ports.ts'
import { EventSources } from '../services/lambda/event-sources.ts'
import type { FunctionLogLine } from '../services/lambda/lambda-function.ts'
import { Lambda } from '../services/lambda/lambda.ts'
import { Layers } from '../services/lambda/layers.ts'
import { functionObserver } from '../services/logs/function-journal.ts'
import { iotJournal } from '../services/logs/iot-journal.ts'
import { Logs } from '../services/logs/logs.ts'
import { sendLines } from '../services/logs/send-lines.ts'
import { alarmActions } from '../services/cloudwatch/alarms/alarm-actions.ts'
import { CloudWatch } from '../services/cloudwatch/cloudwatch.ts'
import { Metrics } from '../services/cloudwatch/metrics.ts'
import { apiObserver, queueSampler } from '../services/cloudwatch/vended-metrics.ts'
import type { ProcessGuard } from '../services/process-guard.ts'
import { Scheduler } from '../services/scheduler/scheduler.ts'
import { generatedPassword } from '../services/secrets-manager/generated-password.ts'
import { Secrets } from '../services/secrets-manager/secrets.ts'
import type { Services } from '../services/services.ts'
import type { Shelves } from '../ground/shelf.ts'
import { ssm } from '../services/ssm/name.ts'
import { longSleep } from '../ground/long-sleep.ts'
import type { Machine } from '../ground/machine.ts'
import type { Ports } from '../ground/ports.ts'
import type { StartedServices } from '../ground/started-services.ts'
import { athena as athenaName } from '../services/athena/name.ts'
import { cloudWatch as cloudWatchName } from '../services/cloudwatch/name.ts'
import { dynamodb as dynamodbName } from '../services/dynamodb/name.ts'
import { events as eventsName } from '../services/events/name.ts'
import { expressions as expressionsName } from '../services/expressions/name.ts'
import { firehose as firehoseName } from '../services/firehose/name.ts'
import { glue as glueName } from '../services/glue/name.ts'
import { iam as iamName } from '../services/iam/name.ts'
import { iot as iotName } from '../services/iot/name.ts'
import { kinesis as kinesisName } from '../services/kinesis/name.ts'
import { lambda as lambdaName } from '../services/lambda/name.ts'
import { logs as logsName } from '../services/logs/name.ts'
import { s3 as s3Name } from '../services/s3/name.ts'
import { scheduler as schedulerName } from '../services/scheduler/name.ts'
import { sns as snsName } from '../services/sns/name.ts'
import { sqs as sqsName } from '../services/sqs/name.ts'
import { stepFunctions as stepFunctionsName } from '../services/step-functions/name.ts'
import type { AssetPath } from './asset-paths.ts'
import type { Closers } from './closers.ts'
import { sdkFolders } from './sdk-folders.ts'
import { ruleStreams } from './rule-streams.ts'
import { startIot } from './start-iot.ts'
import { LayerFolders, unpackCode } from './unpack-code.ts'
import { jwtVerifier } from './verify-jwt.ts'

/** How long what is in flight may take when the cloud closes. */
const DRAIN_MS = 5_000

/** What services start with. */
export interface StartOptions {
  /** The assembly's directory. */
  readonly assembly: string
  readonly assetPath: AssetPath
  readonly endpoint: string
  readonly region: string
  readonly accountId: string
  readonly guard: ProcessGuard
  readonly closers: Closers
  readonly shelves: Shelves
  readonly activity: Activity
  readonly machine: Machine
  readonly started: StartedServices
  /** Told what services do to each other, once they can. */
  readonly ports: (ports: Ports) => void
  /** Ends when the stacks are deployed. */
  readonly deployed: Promise<unknown>
  readonly options: RunOptions
}

/**
 * Starts AWS IoT Core; the other engines start when a resource or a request first needs them. It is long because it is the one place where
 * it stands what each service is connected to.
 * What is opened is added to `closers`, so that it closes in this order: event sources, AWS IoT Core, functions, engines.
 */
export async function startServices(start: StartOptions): Promise<Services & { readonly iot: LocalIot }> {
  const { assembly, assetPath, endpoint, region, accountId, guard, closers, shelves, activity, machine, started, ports, deployed, options } = start
  const { nowMs, newId } = machine
  closers.add(() => started.close())
  const log = (entry: CloudLogEntry) => options.log?.(entry)
  const identities = await started.start(iamName)
  const kinesis = new Kinesis({ region, accountId, nowMs, shelves })
  const metrics = new Metrics(shelves, nowMs)
  const toFirehose = async (streamArn: string, data: string) => void firehose.put(streamArn, [Buffer.from(data, 'base64')])
  const logs: Logs = new Logs({
    region, accountId, nowMs, newId, shelves, metrics,
    sleep: longSleep,
    send: sendLines({ kinesis, lambda: () => lambda, firehose: toFirehose }),
    mayInvoke: (functionArn, sourceArn) => lambda.mayInvoke(functionArn, 'logs.amazonaws.com', sourceArn),
    log: (message) => log({ level: 'warn', source: 'logs', message }),
  })
  const observer = functionObserver({ groups: logs.groups, metrics, region, nowMs, newId })
  // Destinations are reached once there is something to tell them.
  const sendRecord: SendRecord = (...told) => sendRecordTo({ deliver, s3, eventBus })(...told)
  const lambda = new Lambda({
    region, accountId, endpoint, guard, nowMs, newId, sdkFolders: sdkFolders(assembly), log: (line) => log(functionEntry(line)),
    observer, invoked: (invocation) => activity.invoked(invocation),
    queue: shelves.shelf('asynchronous-invocations'), durable: options.dataDir !== undefined,
    sendRecord, deadLetter: (...told) => deadLetterTo({ sqs, deliver })(...told),
  })
  started.adopt(kinesisName, () => kinesis)
  started.adopt(lambdaName, () => lambda)
  const eventSources = new EventSources({ lambda, nowMs, region, log })

  const expressions = await started.start(expressionsName)
  const dynamodb = () => started.start(dynamodbName)
  const sqs = () => started.start(sqsName)
  const sns = () => started.start(snsName)

  const stepFunctions = await started.start(stepFunctionsName)
  const events = { nowMs, newId, sleep: longSleep, log: (message: string) => log({ level: 'warn', source: 'events', message }) }
  const schedules = new Schedules(events)
  const deliver = deliverTo({ sqs, sns, lambda, stepFunctions, kinesis, logs, nowMs, newId })
  const deliveries = new TargetDeliveries({ ...events, sendDeadLetter: deadLetters(sqs) })
  const eventBus: EventBus = new EventBus({ region, accountId, shelves, schedules, deliveries, deliver, ...events })
  const scheduler = new Scheduler({ region, accountId, nowMs, newId, shelves, schedules, deliveries, deliver, eventBus })
  const cloudWatch = new CloudWatch({
    region, accountId, nowMs, shelves, metrics,
    ...alarmActions({ region, accountId, deliver, eventBus }),
    sleep: longSleep,
    samplers: { 'AWS/SQS': queueSampler(sqs, (name) => `arn:aws:sqs:${region}:${accountId}:${name}`) },
    log: (message) => log({ level: 'warn', source: 'cloudwatch', message }),
  })
  closers.add(async () => metrics.save())

  const s3 = () => started.start(s3Name)

  const glue = new GlueCatalog({ shelves, nowMs })
  started.adopt(glueName, () => glue)
  const firehose = await started.start(firehoseName)

  const athena = await started.start(athenaName)
  closers.add(async () => {
    await eventSources.settled()
    // A long poll ends when its queue's engine closes.
    await started.close()
    await eventSources.ended()
  })
  closers.add(() => lambda.close(DRAIN_MS))
  closers.add(async () => logs.close())
  const iot = await startIot({ region, accountId, endpoint, identities, lambda, permissions: options.iam === 'enforce' ? 'enforced' : 'told', deployed, log, journal: iotJournal(logs.groups, { accountId, newId }), actions: ruleStreams({ kinesis, firehose }), settings: { dataDir: join(options.dataDir ?? guard.directory, 'iot'), ...options.iot } })
  closers.add(() => started.stop())
  closers.add(() => iot.close())
  closers.add(() => eventSources.stop(DRAIN_MS))
  closers.add(() => deliveries.close())
  closers.add(() => schedules.close())
  closers.add(() => cloudWatch.stop())

  // Those that have no room of their own yet.
  started.adopt(logsName, () => logs)
  started.adopt(cloudWatchName, () => cloudWatch)
  started.adopt(eventsName, () => eventBus)
  started.adopt(schedulerName, () => scheduler)
  started.adopt(iotName, () => iot)
  ports({ deliver, sendRecord, emit: (...event) => eventBus.emit(...event), count: (...counted) => metrics.count(...counted) })
  // What came to subscriptions before a restart is waiting.
  if (shelves.shelf('sns-subscriptions').size > 0) await sns()
  const layerFolders = new LayerFolders(assetPath, guard.directory)
  return {
    dynamodb, sqs, sns, s3, deliver, lambda, layers: new Layers(), sendRecord, logs, cloudWatch, kinesis, expressions, glue, firehose, athena, eventSources, eventBus, scheduler, schedules, shelves, nowMs, identities, stepFunctions, iot,
    customResources: new CustomResources({ region, lambda, newId, log: (message) => log({ level: 'info', source: 'cloud', message }) }),
    httpApis: new HttpApis({ region, accountId, endpoint, lambda, verifyJwt: jwtVerifier(nowMs), nowMs, newId, log, observe: apiObserver(metrics) }),
    secrets: new Secrets(shelves.shelf('secrets'), nowMs, newId),
    parameters: await started.start(ssm),
    cognito: new Cognito({ region, accountId, endpoint, lambda, shelves, nowMs, newId, randomBelow: machine.randomBelow, log: (message) => log({ level: 'info', source: 'cognito', message }) }),
    invokers: [],
    deliveries: [],
    roleUses: [],
    tellNotEmulated: (constructPath, message) => log({ level: 'warn', source: 'cloud', message, constructPath }),
    generatePassword: (password) => generatedPassword(password, machine.randomBelow),
    unpackCode: (functionName, code) => unpackCode(assetPath, guard.directory, functionName, code),
    unpackLayers: (layers) => layerFolders.unpack(layers),
  }
}

function functionEntry({ functionName, requestId, stream, text }: FunctionLogLine): CloudLogEntry {
  const request = requestId === undefined ? {} : { requestId }
  if (stream === 'lambda') return { level: 'error', source: 'lambda', message: text, functionName, ...request }
  return { level: stream === 'stderr' ? 'warn' : 'info', source: 'function', message: text, functionName, ...request }
}
