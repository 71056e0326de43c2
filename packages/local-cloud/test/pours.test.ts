import { join } from 'node:path'
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, it } from 'vitest'
import { bundle, eventually, run } from './synthesized.ts'

function pours(stack: Stack): void {
  const table = new Table(stack, 'Ledger', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  })
  table.addGlobalSecondaryIndex({ indexName: 'bySite', partitionKey: { name: 'site', type: AttributeType.STRING } })
  const quarantine = new Queue(stack, 'Quarantine')
  const queue = new Queue(stack, 'Pours', {
    visibilityTimeout: Duration.seconds(4), deadLetterQueue: { queue: quarantine, maxReceiveCount: 2 },
  })
  const handler = new LambdaFunction(stack, 'Count', {
    code: bundle(join(import.meta.dirname, 'pours-function.ts')),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    timeout: Duration.seconds(4),
    memorySize: 256,
    environment: { TABLE_NAME: table.tableName },
  })
  table.grantReadWriteData(handler)
  handler.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }))
  new CfnOutput(stack, 'TableName', { value: table.tableName })
  new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
  new CfnOutput(stack, 'QuarantineUrl', { value: quarantine.queueUrl })
}

it('counts each pour of a queue once, and leaves what is no pour to the dead-letter queue', { timeout: 40_000 }, async () => {
  await using running = await run(pours)
  const { outputs, client, log } = running
  const sqs = new SQSClient(client)
  const dynamodb = new DynamoDBClient(client)
  const pour = (pourId: string) => JSON.stringify({ kegId: 'k-1', pourId, volumeMl: 250 })
  const bodies = [pour('p-1'), pour('p-2'), pour('p-1'), 'no pour', pour('p-3')]
  await sqs.send(new SendMessageBatchCommand({
    QueueUrl: outputs['QueueUrl'], Entries: bodies.map((MessageBody, Id) => ({ Id: String(Id), MessageBody })),
  }))

  const total = await eventually(async () => {
    const { Item } = await dynamodb.send(new GetItemCommand({
      TableName: outputs['TableName'], Key: { pk: { S: 'k-1' }, sk: { S: 'total' } },
    }))
    return Item?.['volumeMl']?.N === '750' && Item
  })
  expect(total).toMatchObject({ volumeMl: { N: '750' } })
  const bySite = { IndexName: 'bySite', KeyConditionExpression: 'site = :site', ExpressionAttributeValues: { ':site': { S: 'berlin' } } }
  expect((await dynamodb.send(new QueryCommand({ TableName: outputs['TableName'], ...bySite }))).Count).toBe(3)

  const quarantined = await eventually(async () =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl: outputs['QuarantineUrl'], WaitTimeSeconds: 5 }))).Messages)
  expect(quarantined.map(({ Body }) => Body)).toEqual(['no pour'])
  expect(log.filter(({ message }) => message === 'not counted: no pour').length).toBe(2)
})
