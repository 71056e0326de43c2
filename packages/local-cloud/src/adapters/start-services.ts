import { readFile } from 'node:fs/promises'
import type { LocalIot } from '@keg/local-iot'
import type { Activity } from '../activity/activity.ts'
import type { CloudLogEntry } from '../cloud-log-entry.ts'
import type { RunOptions } from '../cloud.ts'
import { cognito } from '../services/cognito/name.ts'
import { Athena } from '../services/athena/athena.ts'
import { cloudFormation } from '../services/cloudformation/name.ts'
import { deliverTo } from '../services/deliver.ts'
import { DuckDbEngine } from '../services/duckdb/duckdb.ts'
import { createDynamoDb } from '../services/dynamodb/dynamodb.ts'
import { startEngine } from '../services/dynamodb/start-engine.ts'
import { EventBus } from '../services/events/event-bus.ts'
import { deadLetters } from '../services/events/dead-letters.ts'
import { Schedules } from '../services/events/schedules.ts'
import { TargetDeliveries } from '../services/events/target-delivery.ts'
import { Kinesis } from '../services/kinesis/kinesis.ts'
import { connectEmulator } from '../services/emulator.ts'
import { Expressions } from '../services/expressions/expressions.ts'
import { Firehose } from '../services/firehose/firehose.ts'
import { GlueCatalog } from '../services/glue/glue-catalog.ts'
import { startFauxqs } from '../services/fauxqs.ts'
import { httpApis } from '../services/http-api/name.ts'
import { sendRecordTo } from '../services/send-record.ts'
import type { SendRecord } from '../ground/ports.ts'
import { functionObserver } from '../services/logs/function-journal.ts'
import { Logs } from '../services/logs/logs.ts'
import { sendLines } from '../services/logs/send-lines.ts'
import { alarmActions } from '../services/cloudwatch/alarms/alarm-actions.ts'
import { CloudWatch } from '../services/cloudwatch/cloudwatch.ts'
import { Metrics } from '../services/cloudwatch/metrics.ts'
import { executionObserver, queueSampler } from '../services/cloudwatch/vended-metrics.ts'
import type { ProcessGuard } from '../services/process-guard.ts'
import { objectsOf } from '../services/s3/objects.ts'
import { S3 } from '../services/s3/s3.ts'
import { Scheduler } from '../services/scheduler/scheduler.ts'
import { generatedPassword } from '../services/secrets-manager/generated-password.ts'
import { Secrets } from '../services/secrets-manager/secrets.ts'
import type { Services } from '../services/services.ts'
import type { Shelves } from '../ground/shelf.ts'
import { createSns } from '../services/sns/create-sns.ts'
import { Confirmations } from '../services/sns/confirmations.ts'
import { PushedSubscriptions } from '../services/sns/pushed-subscriptions.ts'
import { pushes } from '../services/sns/pushes.ts'
import { createSqs } from '../services/sqs/create-sqs.ts'
import { withMessageMoves } from '../services/sqs/message-moves.ts'
import { executionEvents, observers } from '../services/step-functions/execution-events.ts'
import { StepFunctions } from '../services/step-functions/step-functions.ts'
import { runTask } from '../services/step-functions/tasks/run-task.ts'
import { ssm } from '../services/ssm/name.ts'
import { longSleep } from '../ground/long-sleep.ts'
import type { Machine } from '../ground/machine.ts'
import type { Ports } from '../ground/ports.ts'
import type { StartedServices } from '../ground/started-services.ts'
import { athena as athenaName } from '../services/athena/name.ts'
import { cloudWatch as cloudWatchName } from '../services/cloudwatch/name.ts'
import { duckDb as duckDbName } from '../services/duckdb/name.ts'
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
import { post } from './post.ts'

/** How long what is in flight may take when the cloud closes. */
const DRAIN_MS = 5_000

/** What services start with. */
export interface StartOptions {
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
  readonly options: RunOptions
}

/**
 * Starts AWS IoT Core; the other engines start when a resource or a request first needs them. It is long because it is the one place where
 * it stands what each service is connected to.
 * What is opened is added to `closers`, so that it closes in this order: event sources, AWS IoT Core, functions, engines.
 */
export async function startServices(start: StartOptions): Promise<Services & { readonly iot: LocalIot }> {
  const { assetPath, endpoint, region, accountId, guard, closers, shelves, activity, machine, started, ports, options } = start
  const { nowMs, newId } = machine
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
  // Destinations are reached once there is something to tell them.
  const sendRecord: SendRecord = (...told) => sendRecordTo({ deliver, s3, eventBus })(...told)
  const lambda = await started.start(lambdaName)
  lambda.observe(functionObserver({ groups: logs.groups, metrics, region, nowMs, newId }))
  lambda.onInvoked((invocation) => activity.invoked(invocation))

  const engineHost = { guard, log: (message: string) => log({ level: 'warn', source: 'cloud', message }) }
  const expressions = new Expressions(engineHost)
  const duckDb = new DuckDbEngine({ ...engineHost, ...options.athena })
  const engines: { close(): Promise<void> }[] = []
  const opened = <T extends { close(): Promise<void> }>(engine: T): T => {
    engines.push(engine)
    return engine
  }
  const dynamodb = once(async () => createDynamoDb(opened(await startEngine({ ...options, dynamodbEndpoint: options.dynamodbEndpoint ?? awsEndpoint, guard, nowMs, shelves, log })), { region, accountId, nowMs, newId, shelves }))
  const { awsEndpoint } = options
  const fauxqs = once(async () => opened(awsEndpoint === undefined ? await startFauxqs(region, options.dataDir) : await connectEmulator(awsEndpoint, { region, accountId })))
  const sqs = once(async () => opened(withMessageMoves(createSqs(await fauxqs(), { region, accountId, endpoint }), { nowMs, newId, sleep: longSleep })))
  const sns = once(async () => createSns(await fauxqs(), { accountId }))

  const pushedSubscriptions = new PushedSubscriptions({
    sqs, sns, eventSources: lambda.eventSources, pushes: pushes({ lambda, post, firehose: toFirehose }), shelf: shelves.shelf('sns-subscriptions'),
    queueArn: (name) => `arn:aws:sqs:${region}:${accountId}:${name}`,
    log: (message) => log({ level: 'warn', source: 'event-source', message }),
  })
  const confirmations = new Confirmations({ pushed: pushedSubscriptions, post, endpoint, nowMs, newId, log: (message) => log({ level: 'warn', source: 'event-source', message }) })

  const tasks = { lambda, dynamodb, sqs, sns }
  const stepFunctions: StepFunctions = new StepFunctions({
    nowMs, newId,
    random: machine.random,
    jsonata: (...asked) => expressions.jsonata(...asked),
    sleep: longSleep,
    shelf: shelves.shelf('executions'), branches: shelves.shelf('execution-branches'), tasks: shelves.shelf('task-tokens'),
    observe: observers(executionObserver(metrics), executionEvents((...event) => eventBus.emit(...event))),
    task: (resource, input) => runTask(resource, input, { ...tasks, stepFunctions }),
    log: (message) => log({ level: 'warn', source: 'states', message }),
  })
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

  const s3 = once(async () => new S3(await fauxqs(), {
    region, accountId, nowMs, newId,
    emit: (...event) => eventBus.emit(...event),
    deliver: ({ arn }, event) => deliver(arn, JSON.stringify(event), { subject: 'Amazon S3 Notification' }),
    log: (message) => log({ level: 'warn', source: 'event-source', message }),
  }))

  const glue = new GlueCatalog({ shelves, nowMs })
  const objects = objectsOf(s3)
  const firehose: Firehose = new Firehose({
    region, accountId, shelves, objects, glue, kinesis, lambda, expressions, duckDb, nowMs, newId, random: machine.random, sleep: longSleep, directory: guard.directory,
    log: (message) => log({ level: 'warn', source: 'firehose', message }),
  })

  const athena = new Athena({ shelves, objects, glue, duckDb, nowMs, newId, directory: guard.directory })
  closers.add(async () => {
    await lambda.eventSources.settled()
    await Promise.all(engines.map((engine) => engine.close()))
    await lambda.eventSources.ended()
  })
  closers.add(() => started.close())
  closers.add(async () => logs.close())
  closers.add(() => expressions.close())
  closers.add(() => duckDb.close())
  closers.add(() => athena.close())
  closers.add(() => firehose.close(DRAIN_MS))
  closers.add(() => stepFunctions.close())
  closers.add(() => deliveries.close())
  closers.add(() => schedules.close())
  closers.add(() => cloudWatch.stop())
  closers.add(() => started.stop())

  // Those that have no room of their own yet.
  started.adopt(kinesisName, () => kinesis)
  started.adopt(sqsName, sqs)
  started.adopt(snsName, sns)
  started.adopt(s3Name, s3)
  started.adopt(dynamodbName, dynamodb)
  started.adopt(logsName, () => logs)
  started.adopt(cloudWatchName, () => cloudWatch)
  started.adopt(eventsName, () => eventBus)
  started.adopt(schedulerName, () => scheduler)
  started.adopt(stepFunctionsName, () => stepFunctions)
  started.adopt(firehoseName, () => firehose)
  started.adopt(glueName, () => glue)
  started.adopt(athenaName, () => athena)
  started.adopt(duckDbName, () => duckDb)
  started.adopt(expressionsName, () => expressions)
  const iot = await started.start(iotName)
  ports({ deliver, sendRecord, emit: (...event) => eventBus.emit(...event), count: (...counted) => metrics.count(...counted) })
  return {
    dynamodb, sqs, sns, pushedSubscriptions, confirmations, s3, deliver, lambda, sendRecord, logs, cloudWatch, kinesis, expressions, glue, firehose, athena, eventBus, scheduler, schedules, shelves, nowMs, identities, stepFunctions, iot,
    customResources: await started.start(cloudFormation),
    httpApis: await started.start(httpApis),
    secrets: new Secrets(shelves.shelf('secrets'), nowMs, newId),
    parameters: await started.start(ssm),
    cognito: await started.start(cognito),
    invokers: [],
    deliveries: [],
    roleUses: [],
    readAsset: ({ path }) => readFile(assetPath(path), 'utf8'),
    generatePassword: (password) => generatedPassword(password, machine.randomBelow),
  }
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => (opened ??= open())
}
