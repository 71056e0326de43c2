import { from, parseRule } from '@keg/rule-dsl'
import { type App, Stack } from 'aws-cdk-lib'
import { AttributeType, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Alias, Code, Function, Runtime, Version, type IVersion } from 'aws-cdk-lib/aws-lambda'
import type { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { describe, expect, it } from 'vitest'
import { HttpDestination, toDynamoDb, toDynamoDbV2, toHttp, toInfluxDb, toKafka, toLambda, TopicRule, toQueue, toSalesforce, toSns, toTopic, type RuleAction, type TargetFunction, type TopicRuleProps } from '../index.ts'
import { refusalsOf, synthesize } from '../testing/synthesize.ts'

const SQL = "SELECT * FROM 'keg/+/pours'"
const KEYS = { partitionKey: { name: 'kegId', type: AttributeType.STRING }, sortKey: { name: 'at', type: AttributeType.NUMBER } }
const custom = (configuration: CfnTopicRule.ActionProperty): RuleAction => ({ name: 'custom', bind: () => configuration })
const roleArn = 'arn:aws:iam::123456789012:role/r'
const written = (props: Parameters<typeof toDynamoDb>[1]) => (stack: Stack) => toDynamoDb(new Table(stack, 'Table', KEYS), props)
const imported = (stack: Stack) => Function.fromFunctionArn(stack, 'Func', 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere')
const CASE = { externalId: { field: 'AlertId__c', from: 'alertId' }, fields: { Subject: 'what.text' } }
const hashKey = { field: 'kegId', value: '${topic(2)}' }

const build = (make: (stack: Stack) => RuleAction, props: Partial<TopicRuleProps> = {}) => (stack: Stack) =>
  void new TopicRule(stack, 'Pours', { sql: SQL, actions: [make(stack)], ...props })

describe('an action is refused at synthesis, with path, property, and fix', () => {
  it.each<[string, (stack: Stack) => RuleAction, string]>([
    ['IoT Events, by what is bound', () => custom({ iotEvents: { inputName: 'i', roleArn } }), 'actions[0].iotEvents: AWS IoT Events ended on 2026-05-20; use toStepFunctions, or toAlarmState'],
    ['IoT Analytics', () => custom({ iotAnalytics: { channelName: 'c', roleArn } }), 'actions[0].iotAnalytics: AWS IoT Analytics ended on 2025-12-15; use toFirehose and Athena (ColdStore)'],
    ['Timestream for LiveAnalytics', () => custom({ timestream: { databaseName: 'd', tableName: 't', dimensions: [], roleArn } }), 'actions[0].timestream: Amazon Timestream for LiveAnalytics takes no new customers; use toInfluxDb, or toDynamoDbV2'],
    ['two kinds in one', () => custom({ sqs: { queueUrl: 'q', roleArn }, sns: { targetArn: 't', roleArn } }), 'actions[0]: an action does one thing, and this one has sqs, sns; make an action of each'],
    ['none', () => custom({}), 'actions[0]: an action does one thing, and this one has none; make an action of each'],
    ['a hash key of another name', written({ hashKey: { field: 'id', value: 'x' }, rangeKey: { field: 'at', value: '1', type: 'NUMBER' } }), 'actions[0].dynamoDb.hashKeyField: "id" is no key of the table; it is kegId'],
    ['a hash key of another type', written({ hashKey: { ...hashKey, type: 'NUMBER' }, rangeKey: { field: 'at', value: '1' } }), 'actions[0].dynamoDb.hashKeyType: NUMBER is not what the table has for kegId: STRING'],
    ['a range key of another type', written({ hashKey, rangeKey: { field: 'at', value: '1', type: 'STRING' } }), 'actions[0].dynamoDb.rangeKeyType: STRING is not what the table has for at: NUMBER'],
    ['a range key that is missing', written({ hashKey }), 'actions[0].dynamoDb.rangeKeyField: it is missing, and the table has the sort key at; give rangeKey'],
    ['a range key that the table lacks', (stack) => toDynamoDb(new TableV2(stack, 'Table', { partitionKey: KEYS.partitionKey }), { hashKey, rangeKey: { field: 'at', value: '1' } }), 'actions[0].dynamoDb.rangeKeyField: "at" is given, and the table has no sort key; leave rangeKey out'],
    ['a key of bytes', (stack) => toDynamoDb(new Table(stack, 'Table', { partitionKey: { name: 'kegId', type: AttributeType.BINARY } }), { hashKey }), 'actions[0].dynamoDb.hashKeyType: kegId is binary, and the action writes text and numbers alone; use a table with such keys'],
    ['a function that may not be invoked', (stack) => toLambda(imported(stack)), 'actions[0].lambda.functionArn: this imported function can\'t be given the permission that AWS IoT needs to invoke it; import it by Function.fromFunctionAttributes with sameEnvironment: true'],
    ['an alias of such a function', (stack) => toLambda(Alias.fromAliasAttributes(stack, 'Live', { aliasName: 'live', aliasVersion: Version.fromVersionArn(stack, 'Version', 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere:1') })), 'actions[0].lambda.functionArn: this imported function can\'t be given the permission that AWS IoT needs to invoke it; import it by Function.fromFunctionAttributes with sameEnvironment: true'],
    ['a FIFO queue', (stack) => toQueue(new Queue(stack, 'Queue', { fifo: true })), 'actions[0].sqs.queueUrl: AWS IoT sends to no FIFO queue; use a standard one'],
    ['a FIFO topic', (stack) => toSns(new Topic(stack, 'Topic', { fifo: true })), 'actions[0].sns.targetArn: AWS IoT publishes to no FIFO topic; use a standard one'],
    ['an endpoint without TLS', () => toHttp('http://bar.example'), 'actions[0].http.url: "http://bar.example" does not begin with https://'],
    ['a URL that does not begin with what is confirmed', (stack) => toHttp('https://bar.example/in', { destination: new HttpDestination(stack, 'Out', { confirmationUrl: 'https://bar.example/out' }) }), 'actions[0].http.url: "https://bar.example/in" does not begin with the confirmation URL "https://bar.example/out"'],
    ['a URL with a template, and nothing to confirm', () => toHttp('https://bar.example/${topic(2)}'), 'actions[0].http.confirmationUrl: it is missing, and the URL has a template; give the part before it, or the destination'],
    ['a batch that AWS does not take', () => toHttp('https://bar.example', { batch: { maxBatchSize: 11 } }), 'actions[0].http.batchConfig.maxBatchSize: 11 is none of 2 to 10'],
    ['Kafka without brokers', () => toKafka({ destinationArn: 'arn' }, { topic: 't', clientProperties: {} }), 'actions[0].kafka.clientProperties: bootstrap.servers is missing: the brokers, host:port, with commas'],
    ['InfluxDB V2 without an organization', () => toInfluxDb({ destinationArn: 'arn', version: 'V2', secret: { secretArn: 's', grantRead: () => undefined as never } }, { databaseName: 'd', tableName: 't' }), 'actions[0].influxDb.organization: it is missing, and InfluxDB V2 asks for it'],
    ['a name that Salesforce does not have', (stack) => toSalesforce({ ...CASE, secret: new Secret(stack, 'Secret'), object: 'My Case' }), 'actions[0].salesforce.object: "My Case" is no API name of Salesforce: a letter, then letters, digits and "_", as Case or AlertId__c'],
    ['a version that Salesforce does not have', (stack) => toSalesforce({ ...CASE, secret: new Secret(stack, 'Secret'), apiVersion: '66' }), 'actions[0].salesforce.apiVersion: "66" is no version of its API; write it as v66.0'],
    ['the external id among the fields', (stack) => toSalesforce({ ...CASE, secret: new Secret(stack, 'Secret'), fields: { AlertId__c: 'alertId' } }), 'actions[0].salesforce.fields["AlertId__c"]: Salesforce refuses the external id among the fields; leave it out, externalId has it'],
    ['a republish to itself', () => toTopic('keg/k-1/pours'), 'actions[0].republish.topic "keg/k-1/pours": the rule\'s own FROM gets what it publishes there, again and again; publish to another topic, or narrow FROM'],
  ])('%s', (_what, make, message) => {
    expect(refusalsOf(build(make))).toEqual([`[Stack/Pours] ${message}`])
  })

  const pour = { type: 'object', properties: { kegId: { type: 'string' }, volumeMl: { type: 'number' } }, additionalProperties: false }
  const NOT_SELECTED = (key: string) => `[Stack/Pours] actions[0].dynamoDBv2.putItem.tableName: the SQL does not select ${key}, a key of the table, and no item goes without; add "… AS ${key}" to SELECT`
  it.each<[string, Partial<TopicRuleProps>, string[]]>([
    ['by names', { sql: "SELECT topic(2) AS keg, at FROM 'keg/+/pours'" }, ['kegId']],
    ['by names, neither', { sql: "SELECT volumeMl FROM 'keg/+/pours'" }, ['kegId', 'at']],
    ['inside of another member', { sql: "SELECT at, topic(2) AS key.kegId FROM 'keg/+/pours'" }, ['kegId']],
    ['by an object', { sql: "SELECT VALUE {'kegId': topic(2)} FROM 'keg/+/pours'" }, ['at']],
    ['by the DSL', { sql: { sql: '', rule: parseRule("SELECT kegId FROM 'keg/+/pours'") } }, ['at']],
    ['by * with a schema', { schema: pour }, ['at']],
    ['by * with a schema, and names', { schema: pour, sql: "SELECT *, timestamp() AS time FROM 'keg/+/pours'" }, ['at']],
  ])('a table whose key is not selected: %s', (_what, props, keys) => {
    expect(refusalsOf(build((stack) => toDynamoDbV2(new Table(stack, 'Table', KEYS)), props))).toEqual(keys.map(NOT_SELECTED))
  })

  it.each([
    ['http://bar.example', '"http://bar.example" does not begin with https://'],
    ['https://bar.example/${topic(2)}', '"https://bar.example/${topic(2)}" has a template; give the part before it'],
    [`https://bar.example/${'a'.repeat(2_000)}`, 'it has 2020 characters, and AWS takes 2000 at most'],
  ])('a destination at %s', (confirmationUrl, message) => {
    expect(refusalsOf((stack) => void new HttpDestination(stack, 'Bar', { confirmationUrl }))).toEqual([`[Stack/Bar] confirmationUrl: ${message}`])
  })

  it('a case of what is not selected', () => {
    const make = (stack: Stack) => toSalesforce({ ...CASE, secret: new Secret(stack, 'Secret') })
    expect(refusalsOf(build(make, { sql: "SELECT volumeMl FROM 'keg/+/pours'" }))).toEqual([
      '[Stack/Pours] actions[0].salesforce.externalId.from: the SQL does not select alertId; add it to SELECT',
      '[Stack/Pours] actions[0].salesforce.fields["Subject"]: the SQL does not select what; add it to SELECT',
    ])
  })

  it('all at once', () => {
    const refused = build(() => custom({ timestream: { databaseName: 'd', tableName: 't', dimensions: [], roleArn } }), {
      sql: "SELECT nope(1) AS n\nFROM 'keg/+/pours'", topicRuleName: 'a-b', errorAction: toTopic('b/${topic(}'),
    })
    expect(() => synthesize(refused)).toThrow(/^Validation failed with the following errors:\n {2}\[Stack\/Pours\] sql at line 1, column 8: .*nope.*\n {2}\[Stack\/Pours\] topicRuleName: .*\n {2}\[Stack\/Pours\] actions\[0\]\.timestream: .*toInfluxDb.*\n {2}\[Stack\/Pours\] errorAction\.republish\.topic "b\/\$\{topic\(\}": .*$/)
  })
})

describe('nothing is said', () => {
  const table = (stack: Stack) => toDynamoDbV2(new Table(stack, 'Table', KEYS))
  it.each<[string, (stack: Stack) => RuleAction, Partial<TopicRuleProps>]>([
    ['of keys that are selected', table, { sql: "SELECT *, topic(2) AS kegId, timestamp() AS at FROM 'keg/+/pours'" }],
    ['of keys that * may have', table, {}],
    ['of keys that the members of a field may be', table, { sql: "SELECT state.* FROM 'keg/+/pours'" }],
    ['of keys that a value may have', table, { sql: "SELECT VALUE pour FROM 'keg/+/pours'" }],
    ['of keys that a schema has', table, { schema: { type: 'object', properties: { kegId: { type: 'string' }, at: { type: 'number' } } } }],
    ['of an imported table', (stack) => toDynamoDbV2(Table.fromTableName(stack, 'Table', 'kegs')), { sql: "SELECT volumeMl FROM 'keg/+/pours'" }],
    ['of keys of an imported table', (stack) => toDynamoDb(Table.fromTableName(stack, 'Table', 'kegs'), { hashKey }), {}],
  ])('%s', (_what, make, props) => {
    expect(refusalsOf(build(make, props))).toEqual([])
  })
})

it('a typed statement tells what it selects', () => {
  const built = from({ topic: 'keg/+/pours', schema: { '~standard': {} } }).select((_m, fn) => ({ kegId: fn.topic(2) }))
  expect(refusalsOf(build((stack) => toDynamoDbV2(new Table(stack, 'Table', KEYS)), { sql: built }))).toEqual([expect.stringMatching(/does not select at,/)])
})

it('toLambda lets this rule alone invoke a function, an alias, a version, what was imported with its account, and what is of another stack', () => {
  const func = (scope: Construct) => new Function(scope, 'Func', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('exports.handler = async () => {}') })
  const { template } = synthesize((stack) => {
    const [main, other] = [func(stack), func(new Stack(stack.node.root as App, 'Other'))]
    const targets: readonly TargetFunction[] = [
      main, main.currentVersion, new Alias(stack, 'Live', { aliasName: 'live', version: main.currentVersion as IVersion }), other, other.currentVersion,
      Function.fromFunctionAttributes(stack, 'Known', { functionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:f', sameEnvironment: true }),
    ]
    new TopicRule(stack, 'Pours', { sql: SQL, actions: targets.map(toLambda) })
  })
  const [[ruleId, rule] = ['', {}]] = Object.entries(template.findResources('AWS::IoT::TopicRule'))
  const invoked: unknown[] = rule['Properties'].TopicRulePayload.Actions.map(({ Lambda }: { Lambda: { FunctionArn: unknown } }) => Lambda.FunctionArn)
  const permissions = Object.values(template.findResources('AWS::Lambda::Permission')).map((permission): unknown => permission['Properties'])
  expect(permissions).toHaveLength(6)
  for (const FunctionName of invoked) {
    expect(permissions).toContainEqual({ Action: 'lambda:InvokeFunction', Principal: 'iot.amazonaws.com', SourceArn: { 'Fn::GetAtt': [ruleId, 'Arn'] }, FunctionName })
  }
})
