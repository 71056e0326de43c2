import {
  CloudWatchClient, DescribeAlarmsCommand, DisableAlarmActionsCommand, EnableAlarmActionsCommand, SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ChangeMessageVisibilityCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { telemetry } from '@keg/message-schemas/keg'
import type { ReadingStore } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import { outputsOf } from '@keg/system'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyAssembly, type AssemblyCopy } from './assembly-copy.ts'
import { seen as seenSoon } from './away-keg.ts'

// Who commands kegs beside people, on the deployed template: an alarm of warm beer, and a file of settings.

const stack = new AsyncDisposableStack()
/** Functions that run share the processor with the looks at what they do. */
const seen: typeof seenSoon = (look, isRight) => seenSoon(look, isRight, { interval: 200 })
let copy: AssemblyCopy
let cloud: RunningCloud
let s3: S3Client

beforeAll(async () => {
  copy = stack.use(await copyAssembly({
    change: (id, { Type, Properties }) => {
      // The test itself waits until the readings are in the store.
      if (id.startsWith('AlarmWriter') && Type === 'AWS::Lambda::Function')
        (Properties['Environment'] as { Variables: Record<string, string> }).Variables['READINGS_LAG_SEC'] = '0'
    },
  }))
  await copy.changeBundle('settings-upload', dying)
  cloud = stack.use(await runAssembly(copy.folder, { iam: 'enforce' }))
  s3 = stack.adopt(new S3Client({ ...cloud, forcePathStyle: true }), (client) => client.destroy())
}, 60_000)
afterAll(() => stack.disposeAsync(), 30_000)

/** How many updates of shadows are sent before the process that sends them is killed: some are done, and nobody has heard of it. */
const UPDATES = 70
/** Where the process that is killed leaves what it was told. */
const lastWords = () => join(copy.folder, 'last-words.json')
const dying = (built: string) => `{
  const http=require('node:http'),fs=require('node:fs'),file=${JSON.stringify(lastWords())},{request}=http;let sent=0;
  const die=()=>{fs.writeFileSync(file+'.new',JSON.stringify(globalThis.told));fs.renameSync(file+'.new',file);process.exit(1)};
  http.request=(...args)=>{
    if(args[0]?.method==='POST'&&String(args[0]?.path).includes('/shadow')&&++sent===${UPDATES}&&!fs.existsSync(file))setTimeout(die,2);
    return request(...args)
  }
}
${built}
;{const {handler}=module.exports;module.exports={handler:(event,context)=>{globalThis.told=event;return handler(event,context)}}}`

/** Lets a keg in, and wishes a temperature of it. */
async function letIn(thingName: string, targetCelsius: number): Promise<void> {
  await cloud.iot.call('CreateThing', { thingName, attributePayload: { attributes: { siteId: 'berlin' } } })
  await cloud.iot.call('UpdateThingShadow', { thingName, payload: Buffer.from(JSON.stringify({ state: { desired: { targetCelsius } } })) })
}

const shadowOf = async (thingName: string) => {
  const { payload } = await cloud.iot.call('GetThingShadow', { thingName })
  const { state, version } =
    JSON.parse(new TextDecoder().decode(payload)) as { state: { desired: { targetCelsius: number } }; version: number }
  return { targetCelsius: state.desired.targetCelsius, version }
}
async function shadowsOf(names: readonly string[]) {
  const shadows: Record<string, Awaited<ReturnType<typeof shadowOf>>> = {}
  for (const name of names) shadows[name] = await shadowOf(name)
  return shadows
}

async function warmIn(readings: Pick<ReadingStore, 'newestAbove'>): Promise<string[]> {
  const warm: string[] = []
  for await (const { kegId } of readings.newestAbove({ celsius: 8 })) warm.push(kegId)
  return warm.sort()
}

it.concurrent('an alarm of warm beer lowers the kegs that are warm, each once', async () => {
  const celsius = { 'keg-1': 4, 'keg-2': 9.5, 'keg-3': 7.9, 'keg-4': 12, 'keg-5': -1 }
  const names = Object.keys(celsius)
  for (const name of names) await letIn(name, 5)
  const tell = async (seq: number) => {
    for (const [kegId, measured] of Object.entries(celsius)) {
      const reading = telemetry.encode({
        v: 1, bootId: 'b', seq, takenAtMs: Date.now(), celsius: measured, kilopascal: 200, pouring: false, cooling: true,
      })
      await cloud.iot.publish(telemetry.topic.format({ siteId: 'berlin', kegId }), reading, { qos: 1 })
    }
  }
  expect(await shadowsOf(names)).toEqual(Object.fromEntries(names.map((name) => [name, { targetCelsius: 5, version: 1 }])))

  const watch = stack.adopt(new CloudWatchClient(cloud), (client) => client.destroy())
  const alarm = async () =>
    (await watch.send(new DescribeAlarmsCommand({}))).MetricAlarms?.find(({ MetricName }) => MetricName === 'WarmCelsius')
  // What they say is in the store before the alarm begins, which has no time to be told of here.
  const AlarmName = (await alarm())?.AlarmName ?? ''
  await watch.send(new DisableAlarmActionsCommand({ AlarmNames: [AlarmName] }))
  await tell(0)
  const ofTable = (name: string) => ({ client: new DynamoDBClient(cloud), tableName: outputsOf(cloud)[name] ?? '' })
  const readings = dynamoDbReadings({ ...ofTable('ReadingsTableName'), minutes: dynamoDbStore(ofTable('TableName')) })
  await seen(() => warmIn(readings), (warm) => warm.toEqual(['keg-2', 'keg-4']))
  await watch.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'OK', StateReason: 'as if nobody had said anything' }))
  await watch.send(new EnableAlarmActionsCommand({ AlarmNames: [AlarmName] }))
  await tell(1)
  await seen(async () => (await alarm())?.StateValue, (state) => state.toBe('ALARM'))
  const lowered = {
    'keg-1': { targetCelsius: 5, version: 1 }, 'keg-2': { targetCelsius: 3, version: 2 }, 'keg-3': { targetCelsius: 5, version: 1 },
    'keg-4': { targetCelsius: 3, version: 2 }, 'keg-5': { targetCelsius: 5, version: 1 },
  }
  await seen(() => shadowsOf(names), (shadows) => shadows.toEqual(lowered))

  // It is warm still, and the alarm is told again of what it was told.
  await tell(2)
  const lambda = stack.adopt(new LambdaClient(cloud), (client) => client.destroy())
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}))
  const { StateUpdatedTimestamp, StateValue } = (await alarm()) ?? {}
  const timestamp = StateUpdatedTimestamp?.toISOString().replace('Z', '+0000')
  const event = { source: 'aws.cloudwatch', alarmData: { alarmName: AlarmName, state: { value: StateValue, timestamp } } }
  const FunctionName = Functions.find(({ FunctionName: name }) => name?.includes('AlarmWriter'))?.FunctionName
  const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))
  expect([FunctionError, await shadowsOf(names)]).toEqual([undefined, lowered])
})

it.concurrent('a file of settings changes each keg once, though its writer is killed, and tells what became of every row', async () => {
  const ROWS = 200
  const kinds = ['good', 'good', 'good', 'gone', 'good', 'good', 'bad', 'good', 'same', 'good'] as const
  const rows = Array.from({ length: ROWS }, (_, index) => ({ kegId: `bar-${index}`, kind: kinds[index % kinds.length] ?? 'good' }))
  const there = rows.filter(({ kind }) => kind !== 'gone')
  for (const { kegId, kind } of there) await letIn(kegId, kind === 'same' ? 4 : 6)
  const Bucket = outputsOf(cloud)['SettingsUploadsBucket']
  const Body = `kegId,targetCelsius\n${rows.map(({ kegId, kind }) => `${kegId},${kind === 'bad' ? '400' : '4'}`).join('\n')}\nbar-0,9\n`
  await s3.send(new PutObjectCommand({ Bucket, Key: 'settings/december/bars.csv', Body }))

  // Its queue delivers it again: at once, and not when its time is over.
  await seen(() => existsSync(lastWords()), (isKilled) => isKilled.toBe(true))
  const { Records: [told] } = JSON.parse(readFileSync(lastWords(), 'utf8')) as { Records: { receiptHandle: string }[] }
  const sqs = stack.adopt(new SQSClient(cloud), (client) => client.destroy())
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}))
  const QueueUrl = QueueUrls.find((url) => url.includes('Uploads') && !url.includes('UploadsGivenUp'))
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: told?.receiptHandle, VisibilityTimeout: 0 }))

  const results = async () =>
    (await s3.send(new GetObjectCommand({ Bucket, Key: 'results/december/bars.csv' })).catch(() => undefined))?.Body?.transformToString()
  const outcomes = { good: 'changed,', gone: 'no such keg,', bad: 'refused,', same: 'unchanged,' }
  let lines: readonly string[] = []
  await seen(async () => (lines = (await results())?.split('\r\n') ?? []), (found) => found.toHaveLength(ROWS + 3))
  expect(lines).toEqual([
    'row,kegId,outcome,reason', ...rows.map(({ kegId, kind }, index) => expect.stringContaining(`${index + 1},${kegId},${outcomes[kind]}`)),
    `${ROWS + 1},bar-0,duplicate row,row 1 is of the same keg`, '',
  ])
  const shadows = await shadowsOf(there.map(({ kegId }) => kegId))
  const expected = { good: { targetCelsius: 4, version: 2 }, bad: { targetCelsius: 6, version: 1 }, same: { targetCelsius: 4, version: 1 } }
  expect(shadows).toEqual(Object.fromEntries(there.map(({ kegId, kind }) => [kegId, kind === 'gone' ? undefined : expected[kind]])))
})

it.concurrent('a file that is none of settings is told so', async () => {
  const Bucket = outputsOf(cloud)['SettingsUploadsBucket']
  await s3.send(new PutObjectCommand({ Bucket, Key: 'settings/kegs.csv', Body: 'keg;celsius\nk-1;4\n' }))
  await seen(
    async () =>
      (await s3.send(new GetObjectCommand({ Bucket, Key: 'results/kegs.csv' })).catch(() => undefined))?.Body?.transformToString(),
    (text) => text.toMatch(/,,refused,.*no column kegId/),
  )
})
