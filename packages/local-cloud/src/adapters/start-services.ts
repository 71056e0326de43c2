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
import { Expressions } from '../services/expressions/expressions.ts'
import { Firehose } from '../services/firehose/firehose.ts'
import { httpApis } from '../services/http-api/name.ts'
import { sendRecordTo } from '../services/send-record.ts'
import type { SendRecord } from '../ground/ports.ts'
import { functionObserver } from '../services/logs/function-journal.ts'
import { executionObserver } from '../services/cloudwatch/vended-metrics.ts'
import type { ProcessGuard } from '../services/process-guard.ts'
import { objectsOf } from '../services/s3/objects.ts'
import { secretsManager } from '../services/secrets-manager/name.ts'
import type { Services } from '../services/services.ts'
import type { Shelves } from '../ground/shelf.ts'
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
  const kinesis = await started.start(kinesisName)
  const cloudWatch = await started.start(cloudWatchName)
  const { metrics } = cloudWatch
  const logs = await started.start(logsName)
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
  const sqs = () => started.start(sqsName)
  const sns = () => started.start(snsName)

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
  const deliver = deliverTo({ sqs, sns, lambda, stepFunctions, kinesis, logs, nowMs, newId })
  const eventBus = await started.start(eventsName)
  const scheduler = await started.start(schedulerName)

  const s3 = () => started.start(s3Name)

  const glue = await started.start(glueName)
  const objects = objectsOf(s3)
  const firehose: Firehose = new Firehose({
    region, accountId, shelves, objects, glue, kinesis, lambda, expressions, duckDb, nowMs, newId, random: machine.random, sleep: longSleep, directory: guard.directory,
    log: (message) => log({ level: 'warn', source: 'firehose', message }),
  })

  const athena = new Athena({ shelves, objects, glue, duckDb, nowMs, newId, directory: guard.directory })
  closers.add(async () => {
    await lambda.eventSources.settled()
    await Promise.all(engines.map((engine) => engine.close()))
    // A long poll ends when its queue's engine closes.
    await started.close()
    await lambda.eventSources.ended()
  })
  closers.add(() => started.drain())
  closers.add(() => expressions.close())
  closers.add(() => duckDb.close())
  closers.add(() => athena.close())
  closers.add(() => firehose.close(DRAIN_MS))
  closers.add(() => stepFunctions.close())
  closers.add(() => started.stop())

  // Those that have no room of their own yet.
  started.adopt(dynamodbName, dynamodb)
  started.adopt(stepFunctionsName, () => stepFunctions)
  started.adopt(firehoseName, () => firehose)
  started.adopt(athenaName, () => athena)
  started.adopt(duckDbName, () => duckDb)
  started.adopt(expressionsName, () => expressions)
  const iot = await started.start(iotName)
  ports({ deliver, sendRecord, emit: (...event) => eventBus.emit(...event), count: (...counted) => metrics.count(...counted) })
  // What came to subscriptions before a restart is waiting.
  if (shelves.shelf('sns-subscriptions').size > 0) await sns()
  return {
    dynamodb, sqs, sns, s3, deliver, lambda, sendRecord, logs, cloudWatch, kinesis, expressions, glue, firehose, athena, eventBus, scheduler, shelves, nowMs, identities, stepFunctions, iot,
    customResources: await started.start(cloudFormation),
    httpApis: await started.start(httpApis),
    secrets: await started.start(secretsManager),
    parameters: await started.start(ssm),
    cognito: await started.start(cognito),
    invokers: [],
    deliveries: [],
    roleUses: [],
    readAsset: ({ path }) => readFile(assetPath(path), 'utf8'),
  }
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => (opened ??= open())
}
