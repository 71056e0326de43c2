import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import type { StackAddress } from '../stack/serve-stack.ts'
import { callApi } from './call-api.ts'

const DAY_MS = 24 * 3_600_000
/** As a keg sends while nobody pours. */
const EVERY_MS = 10_000
const READINGS = DAY_MS / EVERY_MS
const BATCH = 500
const [WARM_UP, CALLS] = [5, 100]

/** How long the API takes to tell of a day of a keg that sent every ten seconds, in milliseconds. */
export async function dayOfReadings(stack: StackAddress): Promise<readonly number[]> {
  const { endpoint, region, credentials, outputs } = stack
  const client = new DynamoDBClient({ endpoint, region, credentials })
  const readings = dynamoDbReadings({
    client, tableName: outputs['ReadingsTableName'] ?? '', minutes: dynamoDbStore({ client, tableName: outputs['TableName'] ?? '' }),
  })
  const toMs = Date.now()
  for (let first = 0; first < READINGS; first += BATCH) {
    await readings.recordReadings(Array.from({ length: Math.min(BATCH, READINGS - first) }, (_, index) => ({
      kegId: 'bench-day', siteId: 'site-0', bootId: 'b-1', seq: first + index, takenAtMs: toMs - DAY_MS + (first + index) * EVERY_MS,
      receivedAtMs: toMs, celsius: 4 + Math.sin((first + index) / 100), kilopascal: 200, pouring: false, cooling: true,
    })), toMs)
  }
  const times: number[] = []
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    const startedMs = performance.now()
    const { slots } = await callApi<{ slots: readonly { readonly readings: number }[] }>(
      stack, `/kegs/bench-day/readings?fromMs=${toMs - DAY_MS}&toMs=${toMs}&points=500`,
    )
    if (call >= WARM_UP) times.push(performance.now() - startedMs)
    const told = slots.reduce((sum, slot) => sum + slot.readings, 0)
    if (told !== READINGS) throw new Error(`The API tells of ${told} readings, of ${READINGS}.`)
  }
  client.destroy()
  return times
}
