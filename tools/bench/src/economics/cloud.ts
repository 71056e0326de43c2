import { flows, type Action } from '@keg/flows'
import { bookBatch } from '@keg/ingest/book-batch'
import { ingestPour } from '@keg/ingest/ingest-pour'
import { readRuleMessage } from '@keg/ingest/rule-message'
import { createLocalIot, type LocalIot, type Operations } from '@keg/local-iot'
import { batchAcks } from '@keg/message-schemas/keg'
import { memoryStore } from '@keg/store/memory'
import type { ManualClock } from '@keg/mqtt-broker/testing'

type RuleAction = NonNullable<NonNullable<Operations['CreateTopicRule']['input']['topicRulePayload']>['actions']>[number]

/** Every keg stands at the bar: a handler remembers what the registry says of it. */
const sites = { isAt: async () => true }
const roleArn = 'arn:aws:iam::123456789012:role/rule'
const QUEUES = 'https://sqs.us-east-1.amazonaws.com/123456789012'
/** The rule that takes batches. */
export const BATCH_RULE = 'batch'

/**
 * The cloud side with its rules and its ledger, in this process and in simulated time: queues hand over at once. Rates are enforced, who
 * connects is not asked.
 */
export async function startCloud(clock: ManualClock) {
  const store = memoryStore()
  const work: Promise<unknown>[] = []
  const iot: LocalIot = await createLocalIot({
    clock, permissive: true, quotas: 'enforce',
    actions: {
      kinesis: taken, lambda: taken, firehose: taken, cloudwatchMetric: taken, sns: taken, dynamoDBv2: taken, stepFunctions: taken,
      cloudwatchLogs: taken, s3: taken,
      sqs: async ({ QueueUrl, MessageBody = '' }) => {
        const message = readRuleMessage(MessageBody)
        work.push(QueueUrl === `${QUEUES}/pours`
          ? ingestPour(message, store)
          : bookBatch(message, {
            store, acks: { booked: (batch) => acknowledge(iot, batch) },
            onward: (topic, payload) => iot.publish(topic, payload, { qos: 1 }), sites,
          }))
      },
    },
  })
  for (const { name, rule, actions } of flows) {
    await iot.call('CreateTopicRule', {
      ruleName: name,
      topicRulePayload: {
        sql: rule.sql, awsIotSqlVersion: '2016-03-23', actions: actions.map(actionOf).filter((action) => action !== undefined),
      },
    })
  }
  return { iot, store, settled: () => Promise.all(work) }
}

/** Over HTTPS as a handler does it: the request is metered, and the answer. */
async function acknowledge(
  iot: LocalIot, batch: { readonly siteId: string; readonly gatewayId: string; readonly batchId: string },
): Promise<void> {
  const url = new URL(`/topics/${encodeURIComponent(batchAcks.topic.format(batch))}?qos=1`, iot.endpoints.https)
  const answer = await iot.fetch(new Request(url, {
    method: 'POST', body: new Uint8Array(batchAcks.encode({ v: 1, batchIds: [batch.batchId] })),
  }))
  if (!answer.ok) throw new Error(`The acknowledgement was refused: ${await answer.text()}`)
}

/** An action as AWS IoT has it; `undefined` for what a stage does not have by itself. */
function actionOf(action: Action): RuleAction | undefined {
  switch (action.kind) {
    case 'queue': return { sqs: { roleArn, queueUrl: `${QUEUES}/${action.name}` } }
    case 'republish': return { republish: { roleArn, topic: action.topic, qos: action.qos } }
    case 'stream': return { kinesis: { roleArn, streamName: action.name, partitionKey: action.partitionKey } }
    case 'invoke': return { lambda: { functionArn: `arn:aws:lambda:us-east-1:123456789012:function:${action.name}` } }
    case 'cold': return { firehose: { roleArn, deliveryStreamName: action.table, separator: '\n' } }
    case 'metric': return {
      cloudwatchMetric: { roleArn, metricNamespace: 'Keg', metricName: action.metric, metricValue: action.value, metricUnit: action.unit },
    }
    case 'people': return { sns: { roleArn, targetArn: 'arn:aws:sns:us-east-1:123456789012:people', messageFormat: 'RAW' } }
    case 'table': return { dynamoDBv2: { roleArn, putItem: { tableName: action.table } } }
    case 'machine': return { stepFunctions: { roleArn, stateMachineName: action.machine } }
    case 'logs': return { cloudwatchLogs: { roleArn, logGroupName: action.group } }
    case 'archive': return { s3: { roleArn, bucketName: 'archive', key: action.key } }
    case 'search': case 'salesCase': return undefined
  }
}

/** Takes what is metered, and read by nobody here. */
const taken = async (): Promise<void> => undefined
