import { DescribeTableCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { GetTopicRuleCommand, IoTClient } from '@aws-sdk/client-iot'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetQueueAttributesCommand, ListQueuesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import { expect, it } from 'vitest'
import { eventually, run } from './synthesized.ts'

interface Shop {
  readonly code?: string
  readonly visibilitySec?: number
  readonly index?: boolean
  readonly sql?: string
  readonly extra?: boolean
  readonly sortKey?: string
}

const shop = ({ code = 'old', visibilitySec = 30, index = false, sql = 'SELECT * FROM \'a\'', extra = false, sortKey = 'sk' }: Shop) =>
  (stack: Stack) => {
    const handler = new LambdaFunction(stack, 'Handler', {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: new InlineCode(`exports.handler = async (event) => { console.log('${code}', JSON.stringify(event)); return '${code}' }`),
    })
    const queue = new Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(visibilitySec) })
    handler.addEventSource(new SqsEventSource(queue))
    const table = new Table(stack, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING }, sortKey: { name: sortKey, type: AttributeType.STRING },
      removalPolicy: RemovalPolicy.DESTROY,
    })
    if (index) table.addGlobalSecondaryIndex({ indexName: 'bySite', partitionKey: { name: 'site', type: AttributeType.STRING } })
    new CfnTopicRule(stack, 'Rule', { ruleName: 'pours', topicRulePayload: { sql, actions: [] } })
    if (extra) new StringParameter(stack, 'Extra', { parameterName: '/extra', stringValue: code })
    new CfnOutput(stack, 'FunctionName', { value: handler.functionName })
    new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
    new CfnOutput(stack, 'TableName', { value: table.tableName })
    new CfnOutput(stack, 'Code', { value: code })
  }

it('changes what a template changes, and keeps the data', { timeout: 40_000 }, async () => {
  await using running = await run(shop({}))
  const { client, outputs: before, log } = running
  const [lambda, sqs, dynamodb] = [new LambdaClient(client), new SQSClient(client), new DynamoDBClient(client)]
  const { TableName, QueueUrl, FunctionName } = before as Record<'TableName' | 'QueueUrl' | 'FunctionName', string>
  await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: 'k-1' }, sk: { S: '1' }, site: { S: 'berlin' } } }))

  expect(await running.update(shop({}))).toEqual([])
  const changes = await running.update(shop({ code: 'new', visibilitySec: 40, index: true, sql: 'SELECT x FROM \'b\'', extra: true }))
  expect(changes.sort()).toEqual([
    'created Test/Extra/Resource', 'updated Test/Handler/Resource', 'updated Test/Queue/Resource', 'updated Test/Rule',
    'updated Test/Table/Resource',
  ])

  expect(running.outputs).toEqual({ ...before, Code: 'new' })
  expect((await lambda.send(new InvokeCommand({ FunctionName }))).Payload?.transformToString()).toBe('"new"')
  expect((await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] }))).Attributes)
    .toEqual({ VisibilityTimeout: '40' })
  expect((await new IoTClient(client).send(new GetTopicRuleCommand({ ruleName: 'pours' }))).rule?.sql).toBe('SELECT x FROM \'b\'')
  const query = await dynamodb.send(new QueryCommand({
    TableName, IndexName: 'bySite', KeyConditionExpression: 'site = :s', ExpressionAttributeValues: { ':s': { S: 'berlin' } },
  }))
  expect(query.Items?.map(({ sk }) => sk)).toEqual([{ S: '1' }])

  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'after' }))
  await eventually(() => log.some(({ source, message }) => source === 'function' && message.startsWith('new') && message.includes('after')))

  expect(await running.update(shop({ code: 'new', visibilitySec: 40 })))
    .toEqual(expect.arrayContaining(['removed Test/Extra/Resource', 'updated Test/Table/Resource', 'updated Test/Rule']))
  await expect(new SSMClient(client).send(new GetParameterCommand({ Name: '/extra' }))).rejects.toMatchObject({ name: 'ParameterNotFound' })
  expect((await dynamodb.send(new DescribeTableCommand({ TableName }))).Table?.GlobalSecondaryIndexes ?? []).toEqual([])
})

it('puts another resource in the place of one that can\'t be changed, and removes that last', async () => {
  await using running = await run(shop({}))
  const { client, outputs } = running
  const before = outputs['TableName']
  expect(await running.update(shop({ sortKey: 'other' }))).toEqual(['replaced Test/Table/Resource', 'removed Test/Table/Resource'])
  expect(running.outputs['TableName']).not.toBe(before)
  const dynamodb = new DynamoDBClient(client)
  await expect(dynamodb.send(new DescribeTableCommand({ TableName: before }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  expect((await dynamodb.send(new DescribeTableCommand({ TableName: running.outputs['TableName'] }))).Table?.KeySchema
    ?.map(({ AttributeName }) => AttributeName)).toEqual(['pk', 'other'])
})

it('puts everything back where an update fails, also what was replaced by then', { timeout: 40_000 }, async () => {
  const named = (sortKey: string) => (stack: Stack) => {
    shop({ code: sortKey, sortKey, visibilitySec: sortKey === 'sk' ? 30 : 50 })(stack)
    new Table(stack, 'Named', {
      tableName: 'ledger', partitionKey: { name: 'pk', type: AttributeType.STRING }, sortKey: { name: sortKey, type: AttributeType.STRING },
    })
  }
  await using running = await run(named('sk'))
  const { client, outputs: before, log } = running
  const dynamodb = new DynamoDBClient(client)
  for (const TableName of [before['TableName'], 'ledger'])
    await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: 'k-1' }, sk: { S: '1' } } }))
  await expect(running.update(named('other'))).rejects.toMatchObject({
    code: 'RESOURCE_FAILED',
    evidence: [{ constructPath: 'Test/Named/Resource', reason: 'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ledger and update the stack again.' }],
  })
  expect(running.outputs).toEqual(before)
  for (const TableName of [before['TableName'], 'ledger']) {
    const { Items } = await dynamodb.send(new QueryCommand({
      TableName, KeyConditionExpression: 'pk = :k', ExpressionAttributeValues: { ':k': { S: 'k-1' } },
    }))
    expect(Items).toHaveLength(1)
  }
  expect((await new LambdaClient(client).send(new InvokeCommand({ FunctionName: before['FunctionName'] }))).Payload?.transformToString())
    .toBe('"sk"')
  expect((await new SQSClient(client)
    .send(new GetQueueAttributesCommand({ QueueUrl: before['QueueUrl'], AttributeNames: ['VisibilityTimeout'] }))).Attributes)
    .toEqual({ VisibilityTimeout: '30' })
  expect(log.map(({ message }) => message)).toContain('The update failed; what was there before is put back.')
  expect(await running.update(shop({ code: 'sk' }))).toEqual(['retained Test/Named/Resource'])
})

it('refuses an update that can\'t be run, and goes on as it was', async () => {
  await using running = await run(shop({}))
  running.assembly.again((stack) => void new Stack(stack.node.root, 'Other', { }).addTransform('AWS::Serverless-2016-10-31'))
  await expect(running.cloud.update()).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  expect(running.log.slice(-2).map(({ level, message }) => [level, message])).toEqual([
    ['error', 'The update is refused; what was there before runs on.'], ['error', expect.stringContaining('transform')],
  ])
  expect((await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: running.outputs['FunctionName'] }))).Payload
    ?.transformToString()).toBe('"old"')
})

it('retains what its removal policy retains; another of that name is a new one', async () => {
  const queue = (policy: RemovalPolicy) => (stack: Stack) => {
    const made = new Queue(stack, 'Queue', { removalPolicy: policy })
    new CfnOutput(stack, 'Url', { value: made.queueUrl })
  }
  await using running = await run(queue(RemovalPolicy.RETAIN))
  const sqs = new SQSClient(running.client)
  const first = running.outputs['Url']
  await sqs.send(new SendMessageCommand({ QueueUrl: first, MessageBody: 'kept' }))
  expect(await running.update((stack) => void new Queue(stack, 'Another'))).toEqual([
    'created Test/Another/Resource', 'retained Test/Queue/Resource',
  ])
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl: first }))).Messages?.map(({ Body }) => Body)).toEqual(['kept'])
  await running.update(queue(RemovalPolicy.DESTROY))
  expect(running.outputs['Url']).not.toBe(first)
  await running.update((stack) => void new Queue(stack, 'Another'))
  expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(2)
})
