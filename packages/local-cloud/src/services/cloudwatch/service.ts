import { cborProtocol, jsonProtocol, queryProtocol, serve, ServiceException } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { sqs } from '../sqs/name.ts'
import { cloudWatchAccess } from './access.ts'
import { alarmActions } from './alarms/alarm-actions.ts'
import { CloudWatch } from './cloudwatch.ts'
import { model } from './model.generated.ts'
import { cloudWatch } from './name.ts'
import { operations } from './operations/index.ts'
import { queueSampler } from './queue-sampler.ts'
import { queryCodes } from './refusal.ts'
import { cloudWatchAlarm } from './resources/alarm.ts'
import { cloudWatchCompositeAlarm } from './resources/composite-alarm.ts'
import { cloudWatchDashboard } from './resources/dashboard.ts'

const SERVICE = 'GraniteServiceVersion20100801'
/** Newer SDKs speak the first, the JavaScript SDK the second, older CLIs the third. */
const protocols = [
  cborProtocol(SERVICE, queryCodes), jsonProtocol(SERVICE, queryCodes),
  queryProtocol('http://monitoring.amazonaws.com/doc/2010-08-01/', queryCodes),
]

/** Operations with errors of their own for a missing or wrong parameter. */
const withParameterErrors: ReadonlySet<string> = new Set(['GetMetricStatistics', 'ListMetrics', 'PutMetricData'])

function invalid(message: string, operation: string): ServiceException {
  if (!withParameterErrors.has(operation)) return new ServiceException('ValidationException', 400, message)
  const isMissing = message.includes('Member must not be null')
  return new ServiceException(isMissing ? 'MissingRequiredParameterException' : 'InvalidParameterValueException', 400, message)
}

export const service = defineService(cloudWatch, {
  start(ground) {
    const { region, accountId, nowMs, shelves, sleep, deliver, emit, arn } = ground
    return new CloudWatch({
      region, accountId, nowMs, shelves, sleep,
      ...alarmActions({ region, accountId, deliver, emit }),
      samplers: { 'AWS/SQS': queueSampler(() => ground.start(sqs), (name) => arn('sqs', name)) },
      log: (message) => ground.log({ level: 'warn', source: 'cloudwatch', message }),
    })
  },
  serve: (running) => serve({ name: 'CloudWatch', model, protocols, operations, invalid }, running),
  access: cloudWatchAccess,
  resources: [cloudWatchAlarm, cloudWatchCompositeAlarm, cloudWatchDashboard],
  resume: (running) => running.start(),
  stop: (running) => running.stop(),
  close: ({ metrics }) => metrics.save(),
})
