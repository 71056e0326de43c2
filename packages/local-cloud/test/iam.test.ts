import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

/** Makes the call that the event names, and answers the name of the error, or `done`. */
const calling = `
const { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } = require('@aws-sdk/client-dynamodb')
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs')
const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager')
const { IoTDataPlaneClient, PublishCommand } = require('@aws-sdk/client-iot-data-plane')
const { IoTClient, ListThingsCommand } = require('@aws-sdk/client-iot')
const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda')
const { TABLE: TableName, QUEUE: QueueUrl, SECRET: SecretId } = process.env
const Item = { pk: { S: 'k-1' } }
const calls = {
  put: () => new DynamoDBClient({}).send(new PutItemCommand({ TableName, Item })),
  check: () => new DynamoDBClient({}).send(new TransactWriteItemsCommand({ TransactItems: [{ ConditionCheck: { TableName, Key: Item, ConditionExpression: 'attribute_not_exists(sk)' } }] })),
  send: () => new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody: 'm' })),
  secret: () => new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId })),
  publish: () => new IoTDataPlaneClient({}).send(new PublishCommand({ topic: 'keg/k-1/commands' })),
  list: () => new IoTClient({}).send(new ListThingsCommand({})),
  invoke: () => new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'other' })),
}
exports.handler = async (call) => calls[call]().then(() => 'done', ({ name, message }) => name + ': ' + message)
`

function build(stack: Stack): void {
  const table = new Table(stack, 'Table', { tableName: 'ledger', partitionKey: { name: 'pk', type: AttributeType.STRING } })
  const queue = new Queue(stack, 'Queue', { queueName: 'pours' })
  const secret = new Secret(stack, 'Secret')
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', memorySize: 256 }
  const environment = { TABLE: table.tableName, QUEUE: queue.queueUrl, SECRET: secret.secretArn }
  const calls = new LambdaFunction(stack, 'Calling', { ...node, functionName: 'calling', environment, code: new InlineCode(calling) })
  new LambdaFunction(stack, 'Other', { ...node, functionName: 'other', code: new InlineCode('exports.handler = async () => 1') })
  table.grant(calls, 'dynamodb:PutItem')
  calls.role?.addManagedPolicy(new ManagedPolicy(stack, 'Reads', {
    statements: [new PolicyStatement({ actions: ['secretsmanager:Get*'], resources: [secret.secretArn] })],
  }))
  calls.addToRolePolicy(new PolicyStatement({ effect: Effect.DENY, actions: ['lambda:*'], resources: ['*'] }))
  calls.addToRolePolicy(new PolicyStatement({
    actions: ['iot:ListThings'], resources: ['*'], conditions: { StringEquals: { 'aws:ResourceTag/site': 'berlin' } },
  }))
  const ruleRole = new Role(stack, 'RuleRole', { roleName: 'rule', assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  const sqs = { queueUrl: queue.queueUrl, roleArn: ruleRole.roleArn, useBase64: false }
  new CfnTopicRule(stack, 'Rule', { topicRulePayload: { sql: 'SELECT * FROM \'a\'', actions: [{ sqs }] } })
  new CfnTopicRule(stack, 'Invoking', {
    ruleName: 'invoking', topicRulePayload: { sql: 'SELECT * FROM \'b\'', actions: [{ lambda: { functionArn: calls.functionArn } }] },
  })
  calls.addEventSourceMapping('Mapping', { eventSourceArn: queue.queueArn, enabled: false })
  new CfnOutput(stack, 'SecretArn', { value: secret.secretArn })
}

const call = async ({ client }: TestCloud, name: string) => {
  const { Payload } = await new LambdaClient(client).send(new InvokeCommand({ FunctionName: 'calling', Payload: JSON.stringify(name) }))
  return JSON.parse(Payload?.transformToString() ?? 'null') as unknown
}
const said = ({ log }: TestCloud, level: string) =>
  log.filter((entry) => entry.source === 'iam' && entry.level === level).map(({ message }) => message)

const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/ledger'
const queue = 'arn:aws:sqs:us-east-1:123456789012:pours'
const topic = 'arn:aws:iot:us-east-1:123456789012:topic/keg/k-1/commands'
const other = 'arn:aws:lambda:us-east-1:123456789012:function:other'

describe('a call that the role does not allow', () => {
  let running: TestCloud
  beforeAll(async () => void (running = await run(build)), 30_000)
  afterAll(() => running[Symbol.asyncDispose]())

  it.each(['put', 'secret'])('(while %s is allowed, and nothing is said)', async (name) => {
    const before = running.log.length
    expect(await call(running, name)).toBe('done')
    expect(running.log.slice(before).filter(({ source }) => source === 'iam')).toEqual([])
  })
  it.each([
    ['send', 'sqs:SendMessage', queue],
    ['check', 'dynamodb:ConditionCheckItem', table],
    ['publish', 'iot:Publish', topic],
  ])('goes through with one line that says what to add: %s', async (name, Action, Resource) => {
    expect([await call(running, name), await call(running, name)]).toEqual(['done', 'done'])
    const lines = running.log.filter(({ source, message }) =>
      source === 'iam' && message.includes(`${Action} on`) && message.startsWith('calling'))
    expect(lines).toMatchObject([{
      level: 'warn', functionName: 'calling', constructPath: 'Test/Calling/Resource',
      message: expect.stringContaining(JSON.stringify({ Effect: 'Allow', Action, Resource })),
    }])
  })
  it('goes through with the statement that denies it', async () => {
    expect(await call(running, 'invoke')).toBe('done')
    expect(said(running, 'warn').filter((line) =>
      line.includes(`lambda:InvokeFunction on ${other} is denied by its role`) && line.includes('"Effect":"Deny"'))).toHaveLength(1)
  })
  it('is left open where it hangs on a condition that is not judged here', async () => {
    expect(await call(running, 'list')).toBe('done')
    expect(said(running, 'info')).toEqual([expect.stringContaining('aws:ResourceTag/site')])
  })
  it('is known from the template for rules and event sources', () => {
    const uses = said(running, 'warn').filter((line) => line.includes(' needs '))
    expect(uses.map((line) => line.split(', which')[0])).toEqual([
      `Test/Calling/Mapping/Resource needs sqs:ReceiveMessage on ${queue}`,
      `Test/Calling/Mapping/Resource needs sqs:DeleteMessage on ${queue}`,
      `Test/Calling/Mapping/Resource needs sqs:GetQueueAttributes on ${queue}`,
      `Test/Rule needs sqs:SendMessage on ${queue}`,
    ])
  })
})

it('under enforce is refused as AWS refuses it', async () => {
  await using running = await run(build, { iam: 'enforce' })
  const user =
    /^(\w+): User: arn:aws:sts::123456789012:assumed-role\/[\w-]+\/calling is not authorized to perform: (\S+) on resource: (\S+) (.*)$/
  const refused = async (name: string) => user.exec(String(await call(running, name)))?.slice(1)
  const noStatement = (action: string) => `because no identity-based policy allows the ${action} action`
  expect(await refused('send')).toEqual(['AccessDeniedException', 'sqs:SendMessage', queue, noStatement('sqs:SendMessage')])
  expect(await refused('check')).toEqual([
    'AccessDeniedException', 'dynamodb:ConditionCheckItem', table, noStatement('dynamodb:ConditionCheckItem'),
  ])
  expect(await refused('publish')).toEqual(['ForbiddenException', 'iot:Publish', topic, noStatement('iot:Publish')])
  expect(await refused('invoke')).toEqual([
    'AccessDeniedException', 'lambda:InvokeFunction', other, 'with an explicit deny in an identity-based policy',
  ])
  await running.cloud.iot.publish('b', '{}')
  expect(running.log.filter(({ iot }) => iot?.event === 'action-failed')).toMatchObject([
    { message: expect.stringContaining('invoking is not authorized to perform lambda:InvokeFunction') },
  ])
  expect(await Promise.all(['put', 'secret', 'list'].map((name) => call(running, name)))).toEqual(['done', 'done', 'done'])
})

it('under off is not looked at', async () => {
  await using running = await run(build, { iam: 'off' })
  expect(await call(running, 'send')).toBe('done')
  expect(running.log.filter(({ source }) => source === 'iam')).toEqual([])
})
