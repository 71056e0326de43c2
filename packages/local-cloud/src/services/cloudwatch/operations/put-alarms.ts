import type { CloudWatch } from '../cloudwatch.ts'
import { readCompositeAlarm, readMetricAlarm, type Reading } from '../alarms/read-alarm.ts'
import { operation } from './operation.ts'

const reading = ({ alarms, nowMs }: CloudWatch): Reading => ({ arn: (name) => alarms.arn(name), nowMs: nowMs() })

export const putMetricAlarm = operation('PutMetricAlarm', (input, cloudWatch) => {
  cloudWatch.alarms.put(readMetricAlarm({ ...input }, reading(cloudWatch)))
})

export const putCompositeAlarm = operation('PutCompositeAlarm', (input, cloudWatch) => {
  cloudWatch.alarms.put(readCompositeAlarm({ ...input }, reading(cloudWatch)))
})
