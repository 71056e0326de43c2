import { join } from 'node:path'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { CreateThingCommand, GetTopicRuleCommand, IoTClient } from '@aws-sdk/client-iot'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnAuthorizer, CfnPolicy, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type mqtt from 'mqtt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundle, eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud

const authorizer = `exports.handler = async ({ protocolData: { mqtt } }) => ({
  isAuthenticated: Buffer.from(mqtt.password ?? '', 'base64').toString() === 'prost',
  principalId: 'guest',
  disconnectAfterInSeconds: 3600,
  policyDocuments: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] }],
})`

function build(stack: Stack): void {
  const table = new Table(stack, 'Ledger', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  })
  const queue = new Queue(stack, 'Pours')
  const role = new Role(stack, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  queue.grantSendMessages(role)
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', timeout: Duration.seconds(10) }
  const count = new LambdaFunction(stack, 'Count', {
    ...node, memorySize: 256, code: bundle(join(import.meta.dirname, 'pours-function.ts')), environment: { TABLE_NAME: table.tableName },
  })
  count.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }))
  const alarm = new LambdaFunction(stack, 'Alarm', {
    ...node, code: new InlineCode('exports.handler = async (event) => console.log("alarm", JSON.stringify(event))'),
  })
  new CfnTopicRule(stack, 'PoursRule', {
    ruleName: 'pours',
    topicRulePayload: {
      sql: 'SELECT * FROM \'keg/+/pours\'', awsIotSqlVersion: '2016-03-23',
      actions: [{ sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64: false } }],
    },
  })
  new CfnTopicRule(stack, 'AlarmRule', {
    topicRulePayload: {
      sql: 'SELECT celsius FROM \'keg/+/telemetry\' WHERE celsius > 8', actions: [{ lambda: { functionArn: alarm.functionArn } }],
    },
  })
  const allow = new LambdaFunction(stack, 'Allow', { ...node, code: new InlineCode(authorizer) })
  const live = new CfnAuthorizer(stack, 'Live', {
    authorizerName: 'live', authorizerFunctionArn: allow.functionArn, signingDisabled: true, status: 'ACTIVE',
  })
  allow.addPermission('Iot', { principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn: live.attrArn })
  new CfnPolicy(stack, 'KegPolicy', {
    policyName: 'keg', policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }] },
  })
  const command = new LambdaFunction(stack, 'Command', {
    ...node, memorySize: 256, code: bundle(join(import.meta.dirname, 'commanding-function.ts')),
  })
  new CfnOutput(stack, 'CommandName', { value: command.functionName })
  new CfnOutput(stack, 'TableName', { value: table.tableName })
}

beforeAll(async () => {
  running = await run(build)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('takes a message from its topic through rule, queue and function into the table', async () => {
  const { cloud, client, outputs } = running
  await cloud.iot.publish('keg/k-1/pours', JSON.stringify({ kegId: 'k-1', pourId: 'p-1', volumeMl: 400 }), { qos: 1 })
  const dynamodb = new DynamoDBClient(client)
  await eventually(async () => {
    const { Item } = await dynamodb.send(new GetItemCommand({
      TableName: outputs['TableName'], Key: { pk: { S: 'k-1' }, sk: { S: 'total' } },
    }))
    return Item?.['volumeMl']?.N === '400'
  })
})

it('invokes a rule\'s function, and says that AWS would not without a permission', async () => {
  await running.cloud.iot.publish('keg/k-1/telemetry', JSON.stringify({ celsius: 9.5 }))
  await eventually(() => running.log.some(({ message }) => message === 'alarm {"celsius":9.5}'))
  const warnings = running.log.filter(({ level, source }) => level === 'warn' && source === 'lambda')
  expect(warnings).toMatchObject([
    { constructPath: 'Test/AlarmRule', message: expect.stringContaining('there is no AWS::Lambda::Permission for iot.amazonaws.com') },
  ])
})

// As in a browser: its own WebSocket, and a refusal comes as a reason code.
const page = { reconnectPeriod: 0, forceNativeWebSocket: true, protocolVersion: 5 } as const
// The build for browsers, whose options are its own: in the other the first client's `forceNativeWebSocket` holds for each client of the
// process, devices over TLS too. It has the other's types.
const { default: { connectAsync } } = await import('mqtt/dist/mqtt.esm' as string) as { readonly default: typeof mqtt }

it('lets a page connect by WebSocket on the one endpoint, by what the authorizer\'s function says', async () => {
  const url = `${running.cloud.endpoint.replace('http', 'ws')}/mqtt?x-amz-customauthorizer-name=live`
  await expect(connectAsync(url, { password: 'water', username: 'guest', ...page })).rejects.toThrow()
  const client = await connectAsync(url, { password: 'prost', username: 'guest', ...page })
  const heard = new Promise((resolve) => client.once('message', (topic, payload) => resolve([topic, payload.toString()])))
  await client.subscribeAsync('keg/+/state')
  await running.cloud.iot.publish('keg/k-1/state', 'full')
  expect(await heard).toEqual(['keg/k-1/state', 'full'])
  await client.endAsync()
})

it('lets a function call AWS IoT by its role\'s key', async () => {
  const { cloud, client, outputs } = running
  await new IoTClient(client).send(new CreateThingCommand({ thingName: 'k-8' }))
  const heard = new Promise((resolve) => cloud.iot.subscribe('keg/+/commands', ({ topic, payload }) =>
    resolve([topic, Buffer.from(payload).toString()])))
  const { Payload, FunctionError } = await new LambdaClient(client)
    .send(new InvokeCommand({ FunctionName: outputs['CommandName'], Payload: JSON.stringify({ kegId: 'k-8', ml: 250 }) }))
  expect([FunctionError, Payload?.transformToString()]).toEqual([undefined, '"arn:aws:iot:us-east-1:123456789012:thing/k-8"'])
  expect(await heard).toEqual(['keg/k-8/commands', '{"ml":250}'])
})

it('answers the control plane on the one endpoint', async () => {
  const iot = new IoTClient(running.client)
  expect(await iot.send(new CreateThingCommand({ thingName: 'k-7' }))).toMatchObject({
    thingArn: 'arn:aws:iot:us-east-1:123456789012:thing/k-7',
  })
  expect((await iot.send(new GetTopicRuleCommand({ ruleName: 'pours' }))).rule?.sql).toBe('SELECT * FROM \'keg/+/pours\'')
})
