import { createLocalIot } from '@keg/local-iot'
import { row, type Row } from '../row.ts'
import { bytes, notMatchingSql, topic } from './telemetry.ts'

const RULES = 100
const MESSAGES = 3_000
const WARM_UP_MESSAGES = 500
/** What the goal asks for, each second: a goal, not a measurement. */
const WANTED_PER_SEC = 100_000

/** Messages through the whole core, each given to a hundred rules whose WHERE is not true. */
export async function throughCoreRow(): Promise<Row> {
  await using iot = await createLocalIot()
  for (let index = 0; index < RULES; index += 1) {
    await iot.call('CreateTopicRule', {
      ruleName: `rule_${index}`,
      topicRulePayload: {
        sql: notMatchingSql, awsIotSqlVersion: '2016-03-23',
        actions: [{ republish: { roleArn: 'arn:aws:iam::123456789012:role/rule', topic: 'never' } }],
      },
    })
  }
  for (let index = 0; index < WARM_UP_MESSAGES; index += 1) await iot.publish(topic, bytes)
  const startMs = performance.now()
  for (let index = 0; index < MESSAGES; index += 1) await iot.publish(topic, bytes)
  const perSec = (MESSAGES * RULES * 1_000) / (performance.now() - startMs)
  return row('rule/not-matching-through-the-core', '1/s', perSec, WANTED_PER_SEC, '>= 1')
}
