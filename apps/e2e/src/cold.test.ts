import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { questions, questionSql, type ColdEngine } from '@keg/cold-store'
import { athenaEngine } from '@keg/cold-store/athena'
import { duckDbEngine } from '@keg/cold-store/duckdb'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { batch, pour, telemetry, type Pour } from '@keg/message-schemas/keg'
import { outputsOf } from '@keg/system'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyAssembly, type AssemblyCopy } from './assembly-copy.ts'
import { registerKegs } from './register-kegs.ts'

// Readings and pours go through the deployed rules, Firehose and the ledger's stream into Parquet; Athena and DuckDB find the same there.

const stack = new AsyncDisposableStack()
let copy: AssemblyCopy
let cloud: RunningCloud
let athena: ColdEngine

beforeAll(async () => {
  copy = stack.use(await copyAssembly({
    change: (_id, { Type, Properties }) => {
      // What is gathered for minutes comes at once.
      if (Type === 'AWS::KinesisFirehose::DeliveryStream') {
        Object.assign(Properties['ExtendedS3DestinationConfiguration'] as object, {
          BufferingHints: { IntervalInSeconds: 1, SizeInMBs: 128 },
        })
      }
      if (Type === 'AWS::Lambda::EventSourceMapping') delete Properties['MaximumBatchingWindowInSeconds']
    },
  }))
  cloud = stack.use(await runAssembly(copy.folder, { iam: 'enforce' }))
  await registerKegs(cloud, berlin.siteId, berlin.kegId)
  await registerKegs(cloud, 'munich', 'keg-behind')
  const { ColdDatabase: database = '', ColdWorkGroup: workGroup = '' } = outputsOf(cloud)
  athena = stack.adopt(athenaEngine({ database, workGroup }, cloud), (engine) => engine.close())
}, 60_000)
afterAll(() => stack.disposeAsync(), 30_000)

const startMs = Date.now() - 60_000
const berlin = { siteId: 'berlin', kegId: 'keg-cold' }
const envelope = (seq: number) => ({ v: 1 as const, bootId: 'b-1', seq, takenAtMs: startMs + 1_000 * seq })
const pourOf = (pourId: string, seq: number, volumeMl: number): Pour => ({ ...envelope(seq), pourId, volumeMl, totaliserMl: volumeMl })
const publish = (topic: string, payload: Uint8Array | string) => cloud.iot.publish(topic, Buffer.from(payload), { qos: 1 })
const rows = async (engine: ColdEngine, sql: string) => (await engine.query(sql)).rows

/** The bucket's data, as `aws s3 cp --recursive` brings it. */
async function copied(bucket: string): Promise<string> {
  const to = join(copy.folder, 'copied')
  const s3 = new S3Client({ ...cloud, forcePathStyle: true })
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'data/' }))
  for (const { Key = '' } of Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))
    await mkdir(dirname(join(to, Key)), { recursive: true })
    await writeFile(join(to, Key), (await Body?.transformToByteArray()) ?? '')
  }
  s3.destroy()
  return to
}

it('has each reading and each booked pour, of kegs and gateways, and answers the same through Athena and on a copy of the bucket', async () => {
  const celsius = [4, 4, 9, 10]
  for (const [seq, each] of celsius.entries()) {
    await publish(telemetry.topic.format(berlin), telemetry.encode({
      ...envelope(seq), celsius: each, kilopascal: 101.3, pouring: seq > 1, cooling: true,
    }))
  }
  // The keg sends one twice, and one that is no pour: the ledger books the first once, and the second never.
  for (const payload of [pour.encode(pourOf('p-1', 3, 300)), pour.encode(pourOf('p-1', 3, 300)), '{"volumeMl":20}'])
    await publish(pour.topic.format(berlin), payload)
  const carried = {
    topic: pour.topic.format({ siteId: 'munich', kegId: 'keg-behind' }), takenAtMs: 1,
    payload: Buffer.from(pour.encode(pourOf('p-2', 4, 50))).toString(),
  }
  await publish(
    `$aws/rules/${outputsOf(cloud)['BatchRuleName']}/munich/gw-1`, batch.encode({ v: 1, batchId: 'batch-1', messages: [carried] }),
  )

  // The test's own time limit bounds it.
  while (Number((await rows(athena, 'SELECT (SELECT count(DISTINCT seq) FROM telemetry) + (SELECT count(DISTINCT pourid) FROM pours)'))[0]?.[0]) < 6) await delay(200)
  expect(await rows(
    athena, 'SELECT DISTINCT siteid, kegid, bootid, seq, takenatms, celsius, kilopascal, pouring, cooling FROM telemetry ORDER BY seq',
  ))
    .toEqual(celsius.map((each, seq) => ['berlin', 'keg-cold', 'b-1', seq, startMs + 1_000 * seq, each, 101.3, seq > 1, true]))
  expect(await rows(athena, 'SELECT DISTINCT siteid, kegid, pourid, seq, takenatms, volumeml, totaliserml FROM pours ORDER BY pourid'))
    .toEqual([
      ['berlin', 'keg-cold', 'p-1', 3, startMs + 3_000, 300, 300],
      ['munich', 'keg-behind', 'p-2', 4, startMs + 4_000, 50, 50],
    ])

  const duckDb = await duckDbEngine(await copied(outputsOf(cloud)['ColdBucket'] ?? ''))
  const today = { from: new Date(startMs).toISOString().slice(0, 10), to: new Date().toISOString().slice(0, 10) }
  const found: Record<string, number> = {}
  for (const [name, question] of Object.entries(questions)) {
    const answer = await athena.query(questionSql(question, today))
    expect(await duckDb.query(questionSql(question, today)), name).toEqual(answer)
    found[name] = answer.rows.length
  }
  await duckDb.close()
  expect(found).toEqual({ litres: 2, warm: 1, slow: 1, waste: 2, empties: 2 })
}, 60_000)
