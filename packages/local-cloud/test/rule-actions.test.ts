import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

/** A pour goes to a table, a bucket and, by a topic, a queue: by the rule alone, without a function. */
function build(stack: Stack): void {
  const table = new Table(stack, 'Pours', { partitionKey: { name: 'pourId', type: AttributeType.STRING } })
  const bucket = new Bucket(stack, 'Cold')
  const topic = new Topic(stack, 'News')
  const queue = new Queue(stack, 'Readers')
  topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }))
  const role = new Role(stack, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  table.grantWriteData(role)
  bucket.grantPut(role)
  const { roleArn } = role
  new CfnTopicRule(stack, 'FanOut', {
    topicRulePayload: {
      sql: "SELECT * FROM 'keg/+/pours'", awsIotSqlVersion: '2016-03-23',
      actions: [
        { dynamoDBv2: { roleArn, putItem: { tableName: table.tableName } } },
        { s3: { roleArn, bucketName: bucket.bucketName, key: '${topic(2)}/${pourId}.json' } },
        { sns: { roleArn, targetArn: topic.topicArn, messageFormat: 'RAW' } },
      ],
    },
  })
  const [failures, errors] = [new Queue(stack, 'Failures'), new Queue(stack, 'Errors')]
  errors.grantSendMessages(role)
  const errorAction = { sqs: { roleArn, queueUrl: errors.queueUrl } }
  const failing = new LambdaFunction(stack, 'Failing', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', retryAttempts: 0, onFailure: new SqsDestination(failures),
    code: new InlineCode('exports.handler = async () => { throw new Error("out of beer") }'),
  })
  failing.addPermission('Rules', { principal: new ServicePrincipal('iot.amazonaws.com') })
  for (const [id, functionArn] of [
    ['fails', failing.functionArn], ['gone', 'arn:aws:lambda:us-east-1:123456789012:function:gone'],
  ] as const) {
    new CfnTopicRule(stack, `Function_${id}`, { topicRulePayload: {
      sql: `SELECT * FROM 'function/${id}'`, awsIotSqlVersion: '2016-03-23', actions: [{ lambda: { functionArn } }], errorAction,
    } })
  }
  new CfnOutput(stack, 'FailuresUrl', { value: failures.queueUrl })
  new CfnOutput(stack, 'ErrorsUrl', { value: errors.queueUrl })
  new CfnOutput(stack, 'TableName', { value: table.tableName })
  new CfnOutput(stack, 'BucketName', { value: bucket.bucketName })
  new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
}

beforeAll(async () => {
  running = await run(build)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('delivers to every service of the stack, and tells what the rule’s role lacks', async () => {
  const { client, outputs } = running
  const payload = '{"pourId":"p-1","volumeMl":300}'
  await running.cloud.iot.publish('keg/k-1/pours', payload, { qos: 1 })
  const { Items } = await new DynamoDBClient(client).send(new ScanCommand({ TableName: outputs['TableName'] }))
  expect(Items).toEqual([{ pourId: { S: 'p-1' }, volumeMl: { N: '300' } }])
  const s3 = new S3Client({ ...client, forcePathStyle: true })
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: outputs['BucketName'] }))
  expect(Contents?.map(({ Key }) => Key)).toEqual(['k-1/p-1.json'])
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: outputs['BucketName'], Key: 'k-1/p-1.json' }))
  expect(await Body?.transformToString()).toBe(payload)
  const { Messages } = await new SQSClient(client).send(new ReceiveMessageCommand({ QueueUrl: outputs['QueueUrl'], WaitTimeSeconds: 10 }))
  expect(Messages?.map((message) => message.Body)).toEqual([payload])
  // The role may write the table and the bucket; SNS was forgotten.
  const warnings = running.log.filter(({ source, level }) => source === 'iam' && level === 'warn').map(({ message }) => message)
  expect(warnings).toEqual([expect.stringMatching(/needs sns:Publish on .*"Action":"sns:Publish"/)])
})

// lambda-rule-action.html: the function is invoked asynchronously
it('leaves the failure of a function to the function’s destination, and a refused invocation to the error action', async () => {
  const { client, outputs } = running
  const sqs = new SQSClient(client)
  const received = async (name: string) => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({
      QueueUrl: outputs[name], WaitTimeSeconds: 10, MaxNumberOfMessages: 10,
    }))
    return Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown)
  }
  await running.cloud.iot.publish('function/fails', '{"n":1}')
  expect(await received('FailuresUrl')).toMatchObject([{
    requestPayload: { n: 1 }, requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
    responsePayload: { errorMessage: 'out of beer' },
  }])
  await running.cloud.iot.publish('function/gone', '{"n":2}')
  // One document: the failure of the function has led to none.
  expect(await received('ErrorsUrl')).toMatchObject([
    { failures: [{ failedAction: 'LambdaAction', errorMessage: expect.stringContaining('Function not found') }] },
  ])
})
