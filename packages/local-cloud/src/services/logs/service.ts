import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { cloudWatch } from '../cloudwatch/name.ts'
import { firehose } from '../firehose/name.ts'
import { kinesis } from '../kinesis/name.ts'
import { lambda } from '../lambda/name.ts'
import { logsAccess } from './access.ts'
import { Logs } from './logs.ts'
import { model } from './model.generated.ts'
import { logs } from './name.ts'
import { operations } from './operations/index.ts'
import { invalid } from './refusal.ts'
import { customLogRetention } from './resources/custom-log-retention.ts'
import { logsLogGroup } from './resources/log-group.ts'
import { logsLogStream } from './resources/log-stream.ts'
import { logsMetricFilter } from './resources/metric-filter.ts'
import { logsQueryDefinition } from './resources/query-definition.ts'
import { logsResourcePolicy } from './resources/resource-policy.ts'
import { logsSubscriptionFilter } from './resources/subscription-filter.ts'
import { sendLines } from './send-lines.ts'

export const service = defineService(logs, {
  uses: { cloudWatch, kinesis },
  start(ground, { cloudWatch: { metrics }, kinesis: streams }) {
    const { region, accountId, nowMs, newId, shelves, sleep } = ground
    return new Logs({
      region, accountId, nowMs, newId, shelves, sleep, metrics,
      send: sendLines({
        kinesis: streams,
        lambda: () => ground.start(lambda),
        firehose: async (streamArn, data) => void (await ground.start(firehose)).put(streamArn, [Buffer.from(data, 'base64')]),
      }),
      mayInvoke: async (functionArn, sourceArn) => (await ground.start(lambda)).mayInvoke(functionArn, 'logs.amazonaws.com', sourceArn),
      log: (message) => ground.log({ level: 'warn', source: 'logs', message }),
    })
  },
  serve: (running) => serve({ name: 'CloudWatch Logs', model, protocols: [jsonProtocol('Logs_20140328')], operations, invalid }, running),
  access: logsAccess,
  resources: [
    customLogRetention, logsLogGroup, logsLogStream, logsMetricFilter, logsQueryDefinition, logsResourcePolicy, logsSubscriptionFilter,
  ],
  stop: (running) => running.close(),
})
