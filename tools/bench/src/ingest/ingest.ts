import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { queueHandler } from '@keg/ingest/queue-handler'
import { streamHandler } from '@keg/ingest/stream-handler'
import { takePour } from '@keg/ingest/take-pour'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import type { Context, KinesisStreamEvent, SQSEvent } from 'aws-lambda'
import { row, type Benchmark } from '../row.ts'
import { withStack } from '../stack/with-stack.ts'
import { pourBody, readingBody } from './messages.ts'
import { referenceWrites } from './reference-writes.ts'

const BATCH = 100
const ROUNDS = 15

/** A batch of 100, by the handlers themselves, against the same writes called straight on the SDK: both on the DynamoDB of the stack. */
export const ingest: Benchmark = {
  name: 'ingest',
  run: () => withStack(async ({ endpoint, region, credentials, outputs }) => {
    const client = new DynamoDBClient({ endpoint, region, credentials })
    const [ledgerName, readingsName] = [outputs['TableName'] ?? '', outputs['ReadingsTableName'] ?? '']
    const store = dynamoDbStore({ client, tableName: ledgerName })
    const readings = dynamoDbReadings({ client, tableName: readingsName, minutes: store })
    process.env['FLOW'] = 'pours'
    const pours = queueHandler({ serviceName: 'bench', store, take: takePour(store) })
    const telemetry = streamHandler({
      logger: new Logger({ serviceName: 'bench' }), store, readings, flow: 'telemetry', nowMs: Date.now, publish: async () => undefined,
      sites: { isAt: async () => true },
    })
    const reference = referenceWrites(client, { ledgerName, readingsName })
    const pourTimes = await turns((round) => pours(queueEvent(round), {} as Context), (round) => reference.pours(ids(`r${round}`)))
    const readingTimes = await turns((round) => telemetry(streamEvent(round)), (round) => reference.readings(ids(`r${round}`)))
    return [
      row('ingest/batch-of-100', 'ms', pourTimes.subjectMs, pourTimes.referenceMs, '<= 1.2'),
      row('ingest/telemetry-of-100', 'ms', readingTimes.subjectMs, readingTimes.referenceMs, '<= 1.2'),
    ]
  }),
}

const ids = (of: string): readonly string[] => Array.from({ length: BATCH }, (_, index) => `${of}-${index}`)

// Of an event, the handlers read these.
const queueEvent = (round: number) => ({
  Records: ids(`s${round}`)
    .map((id) => ({ messageId: id, eventSource: 'aws:sqs', body: pourBody(id), attributes: { SentTimestamp: '1' } })),
}) as unknown as SQSEvent
const streamEvent = (round: number) => ({
  Records: ids(`s${round}`).map((id, index) => ({ kinesis: {
    sequenceNumber: String(index), data: Buffer.from(readingBody(id, index)).toString('base64'), approximateArrivalTimestamp: 1,
  } })),
}) as unknown as KinesisStreamEvent

/** Medians of rounds that take turns, each of which writes what nobody has written before. The first warms up. */
async function turns(
  subject: (round: number) => Promise<unknown>, reference: (round: number) => Promise<unknown>,
): Promise<{ readonly subjectMs: number; readonly referenceMs: number }> {
  const times = { subject: [] as number[], reference: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    times.subject.push(await timed(() => subject(round)))
    times.reference.push(await timed(() => reference(round)))
  }
  const median = (all: readonly number[]) => all.slice(1).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
  return { subjectMs: median(times.subject), referenceMs: median(times.reference) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
