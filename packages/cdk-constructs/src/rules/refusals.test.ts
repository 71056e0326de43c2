import { from, parseRule } from '@keg/rule-dsl'
import { type App, Stack } from 'aws-cdk-lib'
import { AttributeType, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Alias, Code, Function, Runtime, Version, type IVersion } from 'aws-cdk-lib/aws-lambda'
import type { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { describe, expect, it } from 'vitest'
import {
  HttpDestination, toKinesis, toMetric, toDynamoDb, toDynamoDbV2, toHttp, toInfluxDb, toKafka, toLambda, TopicRule, toQueue, toSalesforce,
  toSns, toTopic, type RuleAction, type TargetFunction, type TopicRuleProps,
} from '../index.ts'
import { refusalsOf, synthesize } from '../testing/synthesize.ts'

const SQL = "SELECT * FROM 'keg/+/pours'"
const KEYS = { partitionKey: { name: 'kegId', type: AttributeType.STRING }, sortKey: { name: 'at', type: AttributeType.NUMBER } }
const custom = (configuration: CfnTopicRule.ActionProperty): RuleAction => ({ name: 'custom', bind: () => configuration })
const roleArn = 'arn:aws:iam::123456789012:role/r'
const written = (props: Parameters<typeof toDynamoDb>[1]) => (stack: Stack) => toDynamoDb(new Table(stack, 'Table', KEYS), props)
const imported = (stack: Stack) => Function.fromFunctionArn(stack, 'Func', 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere')
const CASE = { externalId: { field: 'AlertId__c', from: 'alertId' }, fields: { Subject: 'what.text' } }
const INFLUX = { destinationArn: 'arn', version: 'V3' as const, secret: { secretArn: 's', grantRead: () => undefined as never } }
const METRIC = { metricNamespace: 'Keg', metricName: 'Poured', metricValue: '${volumeMl}', metricUnit: 'None' }
const hashKey = { field: 'kegId', value: '${topic(2)}' }

const build = (make: (stack: Stack) => RuleAction, props: Partial<TopicRuleProps> = {}) => (stack: Stack) =>
  void new TopicRule(stack, 'Pours', { sql: SQL, actions: [make(stack)], ...props })

describe('an action is refused at synthesis, with path, property, and fix', () => {
  it.each<[string, (stack: Stack) => RuleAction, string]>([
    ['IoT Events, by what is bound', () => custom({
      iotEvents: { inputName: 'i', roleArn },
    }), 'actions[0].iotEvents: AWS IoT Events ended on 2026-05-20; use toStepFunctions, or toAlarmState'],
    ['IoT Analytics', () => custom({
      iotAnalytics: { channelName: 'c', roleArn },
    }), 'actions[0].iotAnalytics: AWS IoT Analytics ended on 2025-12-15; use toFirehose and Athena (ColdStore)'],
    ['two kinds in one', () => custom({
      sqs: { queueUrl: 'q', roleArn }, sns: { targetArn: 't', roleArn },
    }), 'actions[0]: an action does one thing, and this one has sqs, sns; make an action of each'],
    ['none', () => custom({}), 'actions[0]: an action does one thing, and this one has none; make an action of each'],
    ['a hash key of another name', written({
      hashKey: { field: 'id', value: 'x' }, rangeKey: { field: 'at', value: '1', type: 'NUMBER' },
    }), 'actions[0].dynamoDb.hashKeyField: "id" is no key of the table; it is kegId'],
    [
      'a hash key of another type', written({ hashKey: { ...hashKey, type: 'NUMBER' }, rangeKey: { field: 'at', value: '1' } }),
      'actions[0].dynamoDb.hashKeyType: NUMBER is not what the table has for kegId: STRING',
    ],
    [
      'a range key of another type', written({ hashKey, rangeKey: { field: 'at', value: '1', type: 'STRING' } }),
      'actions[0].dynamoDb.rangeKeyType: STRING is not what the table has for at: NUMBER',
    ],
    [
      'a range key that is missing', written({ hashKey }),
      'actions[0].dynamoDb.rangeKeyField: it is missing, and the table has the sort key at; give rangeKey',
    ],
    ['a range key that the table lacks', (stack) => toDynamoDb(new TableV2(stack, 'Table', { partitionKey: KEYS.partitionKey }), {
      hashKey, rangeKey: { field: 'at', value: '1' },
    }), 'actions[0].dynamoDb.rangeKeyField: "at" is given, and the table has no sort key; leave rangeKey out'],
    ['a key of bytes', (stack) => toDynamoDb(new Table(stack, 'Table', { partitionKey: { name: 'kegId', type: AttributeType.BINARY } }), {
      hashKey,
    }), 'actions[0].dynamoDb.hashKeyType: kegId is binary, and the action writes text and numbers alone; use a table with such keys'],
    ['a function that may not be invoked', (stack) => toLambda(imported(stack)), 'actions[0].lambda.functionArn: this imported function can\'t be given the permission that AWS IoT needs to invoke it; import it by Function.fromFunctionAttributes with sameEnvironment: true'],
    ['an alias of such a function', (stack) => toLambda(Alias.fromAliasAttributes(stack, 'Live', {
      aliasName: 'live',
      aliasVersion: Version.fromVersionArn(stack, 'Version', 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere:1'),
    })), 'actions[0].lambda.functionArn: this imported function can\'t be given the permission that AWS IoT needs to invoke it; import it by Function.fromFunctionAttributes with sameEnvironment: true'],
    ['a FIFO queue', (stack) =>
      toQueue(new Queue(stack, 'Queue', { fifo: true })), 'actions[0].sqs.queueUrl: AWS IoT sends to no FIFO queue; use a standard one'],
    ['a FIFO topic', (stack) =>
      toSns(new Topic(stack, 'Topic', { fifo: true })), 'actions[0].sns.targetArn: AWS IoT publishes to no FIFO topic; use a standard one'],
    [
      'an endpoint without TLS', () => toHttp('http://bar.example'),
      'actions[0].http.url: "http://bar.example" does not begin with https://',
    ],
    ['a URL that does not begin with what is confirmed', (stack) => toHttp('https://bar.example/in', {
      destination: new HttpDestination(stack, 'Out', { confirmationUrl: 'https://bar.example/out' }),
    }), 'actions[0].http.url: "https://bar.example/in" does not begin with the confirmation URL "https://bar.example/out"'],
    [
      'a URL with a template, and nothing to confirm', () => toHttp('https://bar.example/${topic(2)}'),
      'actions[0].http.confirmationUrl: it is missing, and the URL has a template; give the part before it, or the destination',
    ],
    ['a batch that AWS does not take', () =>
      toHttp('https://bar.example', { batch: { maxBatchSize: 11 } }), 'actions[0].http.batchConfig.maxBatchSize: 11 is none of 2 to 10'],
    ['Kafka without brokers', () => toKafka({ destinationArn: 'arn' }, {
      topic: 't', clientProperties: {},
    }), 'actions[0].kafka.clientProperties: bootstrap.servers is missing: the brokers, host:port, with commas'],
    ['InfluxDB V2 without an organization', () => toInfluxDb(
      { destinationArn: 'arn', version: 'V2', secret: { secretArn: 's', grantRead: () => undefined as never } },
      { databaseName: 'd', tableName: 't' },
    ), 'actions[0].influxDb.organization: it is missing, and InfluxDB V2 asks for it'],
    [
      'a name that Salesforce does not have', (stack) => toSalesforce({ ...CASE, secret: new Secret(stack, 'Secret'), object: 'My Case' }),
      'actions[0].salesforce.object: "My Case" is no API name of Salesforce: a letter, then letters, digits and "_", as Case or AlertId__c',
    ],
    ['a version that Salesforce does not have', (stack) => toSalesforce({
      ...CASE, secret: new Secret(stack, 'Secret'), apiVersion: '66',
    }), 'actions[0].salesforce.apiVersion: "66" is no version of its API; write it as v66.0'],
    ['the external id among the fields', (stack) => toSalesforce({
      ...CASE, secret: new Secret(stack, 'Secret'), fields: { AlertId__c: 'alertId' },
    }), 'actions[0].salesforce.fields["AlertId__c"]: Salesforce refuses the external id among the fields; leave it out, externalId has it'],
    ['a template in a host', () => toHttp('https://bar.example${topic(2)}', { confirmationUrl: 'https://bar.example' }), 'actions[0].http.url: "https://bar.example${topic(2)}" has a template in its host, so that a device says where messages go; put templates behind the first / of the path'],
    ['a template in a port', () => toHttp('https://bar.example:${port}/x', { confirmationUrl: 'https://bar.example' }), 'actions[0].http.url: "https://bar.example:${port}/x" has a template in its host, so that a device says where messages go; put templates behind the first / of the path'],
    ['another host that begins alike', () => toHttp('https://bar.example.evil.com/x', {
      confirmationUrl: 'https://bar.example',
    }), 'actions[0].http.url: "https://bar.example.evil.com/x" does not begin with the confirmation URL "https://bar.example"'],
    ['a user that looks like a host', () => toHttp('https://bar.example@evil.com/x', {
      confirmationUrl: 'https://bar.example',
    }), 'actions[0].http.url: "https://bar.example@evil.com/x" does not begin with the confirmation URL "https://bar.example"'],
    ['a confirmation URL with a template', () => toHttp('https://bar.example/${topic(2)}/x', {
      confirmationUrl: 'https://bar.example/${topic(2)}',
    }), 'actions[0].http.confirmationUrl: "https://bar.example/${topic(2)}" has a template; give the part before it'],
    ['Kafka without encryption', () => toKafka({ destinationArn: 'arn' }, {
      topic: 't', clientProperties: { 'bootstrap.servers': 'b-1:9092', 'security.protocol': 'PLAINTEXT' },
    }), 'actions[0].kafka.clientProperties["security.protocol"]: "PLAINTEXT" is not what AWS takes; use SSL or SASL_SSL'],
    ['an InfluxDB database with a template', () => toInfluxDb(INFLUX, {
      databaseName: 'd${topic()}', tableName: 't',
    }), 'actions[0].influxDb.databaseName: "d${topic()}" has a template, and AWS takes none here; make an action for each'],
    ['an InfluxDB organization with a template', () => toInfluxDb(INFLUX, {
      databaseName: 'd', tableName: 't', organization: '@{o}',
    }), 'actions[0].influxDb.organization: "@{o}" has a template, and AWS takes none here; make an action for each'],
    ['a partition key that is empty', (stack) => toKinesis(new Stream(stack, 'Stream'), {
      partitionKey: '',
    }), 'actions[0].kinesis.partitionKey: it is empty, and a record goes nowhere without; leave it out for a new one each'],
    ['a number key that is no number', (stack) => toDynamoDb(new TableV2(stack, 'Table', { partitionKey: KEYS.sortKey }), {
      hashKey: { field: 'at', value: 'today' },
    }), 'actions[0].dynamoDb.hashKeyValue: "today" is no number; write one, or a template that comes to one'],
    ['a metric that is no number', () => toMetric({
      ...METRIC, metricValue: 'volumeMl',
    }), 'actions[0].cloudwatchMetric.metricValue: "volumeMl" is no number; write one, or a template that comes to one'],
    ['a metric in a unit that there is not', () => toMetric({
      ...METRIC, metricUnit: 'Litres',
    }), 'actions[0].cloudwatchMetric.metricUnit: "Litres" is no unit of CloudWatch; None is for what has no unit of its own'],
    ['an empty topic', () => toTopic(''), 'actions[0].republish.topic "": it is empty; name a topic'],
    [
      'a topic of nine levels', () => toTopic('b/1/2/3/4/5/6/7/${topic(2)}'),
      'actions[0].republish.topic "b/1/2/3/4/5/6/7/${topic(2)}": it has 8 slashes, and AWS takes 7 at most',
    ],
    [
      'a long topic', () => toTopic('é'.repeat(150)),
      `actions[0].republish.topic "${'é'.repeat(150)}": it has 300 bytes, and AWS takes 256 at most`,
    ],
    [
      'a topic with #', () => toTopic('out/#'),
      'actions[0].republish.topic "out/#": a topic that is published to has no wildcards; write + or # in FROM alone',
    ],
    [
      'a topic with +', () => toTopic('out/+/x'),
      'actions[0].republish.topic "out/+/x": a topic that is published to has no wildcards; write + or # in FROM alone',
    ],
    [
      'a reserved topic with one $', () => toTopic('$aws/things/${topic(2)}/shadow/update'),
      'actions[0].republish.topic "$aws/things/${topic(2)}/shadow/update": a reserved topic is written with $$ here: $$aws/…',
    ],
    [
      'a topic of $ that is not of AWS', () => toTopic('$$keg/x'),
      'actions[0].republish.topic "$$keg/x": topics that begin with $ are those of AWS alone: $$aws/…',
    ],
    ['a topic of jobs', () => toTopic('$$aws/things/${topic(2)}/jobs/start-next'), 'actions[0].republish.topic "$$aws/things/${topic(2)}/jobs/start-next": AWS IoT republishes to no reserved topic of jobs; change the job by its API'],
    [
      'a bracket that CDK has no name for, and a bad template', () => toTopic('out/:)/${topic(}'),
      'actions[0].republish.topic "out/:)/${topic(}": Expected an expression, found "}".',
    ],
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

  const WRONG_KIND = (key: string, given: string, wanted: string, cast: string) => `[Stack/Pours] actions[0].dynamoDBv2.putItem.tableName: the SQL selects ${key} as ${given}, and the table's key of that name is a ${wanted}; write "cast(… AS ${cast}) AS ${key}"`
  it.each<[string, Partial<TopicRuleProps>, string[]]>([
    ['a number for a text', { sql: "SELECT timestamp() AS kegId, timestamp() AS at FROM 'keg/+/pours'" }, [
      WRONG_KIND('kegId', 'number', 'string', 'String'),
    ]],
    ['a text for a number', { sql: "SELECT topic(2) AS kegId, topic(1) AS at FROM 'keg/+/pours'" }, [
      WRONG_KIND('at', 'string', 'number', 'Decimal'),
    ]],
    ['an object', { sql: "SELECT topic(2) AS kegId.id, timestamp() AS at FROM 'keg/+/pours'" }, [
      WRONG_KIND('kegId', 'object', 'string', 'String'),
    ]],
    ['by the schema', { schema: { type: 'object', properties: { kegId: { type: ['integer', 'boolean'] }, at: { type: 'number' } } } }, [
      WRONG_KIND('kegId', 'number or boolean', 'string', 'String'),
    ]],
    ['by the DSL', { sql: {
      sql: '',
      rule: from({ topic: 'keg/+/pours', schema: { '~standard': {} } })
        .select((_m, fn) => ({ kegId: fn.timestamp(), at: fn.timestamp() })).rule,
    } }, [WRONG_KIND('kegId', 'number', 'string', 'String')]],
    ['cast, as the message says', {
      sql: "SELECT cast(timestamp() AS String) AS kegId, cast(topic(2) AS Decimal) AS at FROM 'keg/+/pours'",
    }, []],
    ['which may be both', { schema: { type: 'object', properties: { kegId: { type: ['integer', 'string'] }, at: {} } } }, []],
  ])('a table whose key is selected as what it is not: %s', (_what, props, problems) => {
    expect(refusalsOf(build((stack) => toDynamoDbV2(new Table(stack, 'Table', KEYS)), props))).toEqual(problems)
  })

  it('an InfluxDB action for each element, as the error action', () => {
    expect(refusalsOf(build(() => toTopic('b'), {
      errorAction: toInfluxDb(INFLUX, { databaseName: 'd', tableName: '@{room}', tags: { room: '@{room}' } }),
    }))).toEqual([
      expect.stringMatching(/^\[Stack\/Pours\] errorAction\.influxDb\.tags\["room"\] "@\{room\}": @\{…\} stands only in/),
      expect.stringMatching(/^\[Stack\/Pours\] errorAction\.influxDb\.tableName "@\{room\}": @\{…\} stands only in/),
    ])
  })

  it.each<[string, (rule: Stack, app: App) => TargetFunction]>([
    ['that is imported', (stack) => Function.fromFunctionAttributes(stack, 'Func', {
      functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f', sameEnvironment: true,
    })],
    ['of another stack', (_stack, app) =>
      new Function(new Stack(app, 'There', { env: { account: '123456789012', region: 'eu-west-1' } }), 'Func', {
        functionName: 'f', runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
        code: Code.fromInline('exports.handler = async () => {}'),
      })],
  ])('a function of another region %s', (_what, func) => {
    const inFrankfurt = (stack: Stack) => {
      const here = new Stack(stack, 'Here', { env: { account: '123456789012', region: 'eu-central-1' } })
      new TopicRule(here, 'Pours', { sql: SQL, actions: [toLambda(func(here, stack.node.root as App))] })
    }
    expect(refusalsOf(inFrankfurt)).toEqual([
      '[Stack/Here/Pours] actions[0].lambda.functionArn: the function is in eu-west-1 and the rule in eu-central-1, and AWS IoT invokes functions of its own region alone; put the rule there, or a function here',
    ])
  })

  it('two rules of one name in a stack', () => {
    const named = (stack: Stack, id: string) =>
      void new TopicRule(stack, id, { topicRuleName: 'keg_pours', sql: SQL, actions: [toTopic('b')] })
    expect(refusalsOf((stack) => ['A', 'B'].forEach((id) => named(stack, id)))).toEqual([
      '[Stack/A] topicRuleName: "keg_pours" is the name of Stack/B, too, and an account has it once in a region; give another, or none',
      '[Stack/B] topicRuleName: "keg_pours" is the name of Stack/A, too, and an account has it once in a region; give another, or none',
    ])
    expect(refusalsOf((stack) => [stack, new Stack(stack.node.root as App, 'Elsewhere')].forEach((one) => named(one, 'Rule')))).toEqual([])
  })

  it.each([
    ['http://bar.example', '"http://bar.example" does not begin with https://'],
    ['https://bar.example/${topic(2)}', '"https://bar.example/${topic(2)}" has a template; give the part before it'],
    [`https://bar.example/${'a'.repeat(2_000)}`, 'it has 2020 characters, and AWS takes 2000 at most'],
  ])('a destination at %s', (confirmationUrl, message) => {
    expect(refusalsOf((stack) => void new HttpDestination(stack, 'Bar', { confirmationUrl }))).toEqual([
      `[Stack/Bar] confirmationUrl: ${message}`,
    ])
  })

  it('a case of what is not selected', () => {
    const make = (stack: Stack) => toSalesforce({ ...CASE, secret: new Secret(stack, 'Secret') })
    expect(refusalsOf(build(make, { sql: "SELECT volumeMl FROM 'keg/+/pours'" }))).toEqual([
      '[Stack/Pours] actions[0].salesforce.externalId.from: the SQL does not select alertId; add it to SELECT',
      '[Stack/Pours] actions[0].salesforce.fields["Subject"]: the SQL does not select what; add it to SELECT',
    ])
  })

  it('all at once', () => {
    const refused = build(() => custom({ iotEvents: { inputName: 'i', roleArn } }), {
      sql: "SELECT nope(1) AS n\nFROM 'keg/+/pours'", topicRuleName: 'a-b', errorAction: toTopic('b/${topic(}'),
    })
    expect(() => synthesize(refused)).toThrow(
      /^Validation failed with the following errors:\n {2}\[Stack\/Pours\] sql at line 1, column 8: .*nope.*\n {2}\[Stack\/Pours\] topicRuleName: .*\n {2}\[Stack\/Pours\] actions\[0\]\.iotEvents: .*toStepFunctions.*\n {2}\[Stack\/Pours\] errorAction\.republish\.topic "b\/\$\{topic\(\}": .*$/,
    )
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
    ['of an imported table', (stack) => toDynamoDbV2(Table.fromTableName(stack, 'Table', 'kegs')), {
      sql: "SELECT volumeMl FROM 'keg/+/pours'",
    }],
    ['of reserved topics that take messages', () => toTopic('$$aws/things/${topic(2)}/shadow/name/state/update/delta'), {}],
    ['of Basic Ingest, whose levels are not counted', () => toTopic('$$aws/rules/other/a/b/c/d/e/f/g'), {}],
    ['of a reserved topic where FROM begins with a wildcard', () => toTopic('$$aws/things/x/shadow/update'), { sql: "SELECT * FROM '#'" }],
    ['of one that looks like the filter', () => toTopic('$$aws/things/x/shadow/update'), {
      sql: "SELECT * FROM '+/things/+/shadow/update'",
    }],
    ['of a bracket in a topic', () => toTopic('out/:)/${topic(2)}'), {}],
    ['of a template with a brace in a text', () => toTopic("out/${concat('}', topic(2))}/x"), {}],
    ['of Timestream, which some may use', () => custom({ timestream: { databaseName: 'd', tableName: 't', dimensions: [], roleArn } }), {}],
    ['of a template behind the host', () => toHttp('https://bar.example/${topic(2)}', { confirmationUrl: 'https://bar.example' }), {}],
    ['of keys of an imported table', (stack) => toDynamoDb(Table.fromTableName(stack, 'Table', 'kegs'), { hashKey }), {}],
  ])('%s', (_what, make, props) => {
    expect(refusalsOf(build(make, props))).toEqual([])
  })
})

it('a typed statement tells what it selects', () => {
  const built = from({ topic: 'keg/+/pours', schema: { '~standard': {} } }).select((_m, fn) => ({ kegId: fn.topic(2) }))
  expect(refusalsOf(build((stack) => toDynamoDbV2(new Table(stack, 'Table', KEYS)), { sql: built }))).toEqual([
    expect.stringMatching(/does not select at,/),
  ])
})

it('toLambda lets this rule alone invoke a function, an alias, a version, what was imported with its account, and what is of another stack', () => {
  const func = (scope: Construct) => new Function(scope, 'Func', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('exports.handler = async () => {}'),
  })
  const { template } = synthesize((stack) => {
    const [main, other] = [func(stack), func(new Stack(stack.node.root as App, 'Other'))]
    const targets: readonly TargetFunction[] = [
      main, main.currentVersion, new Alias(stack, 'Live', { aliasName: 'live', version: main.currentVersion as IVersion }), other,
      other.currentVersion,
      Function.fromFunctionAttributes(stack, 'Known', {
        functionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:f', sameEnvironment: true,
      }),
    ]
    new TopicRule(stack, 'Pours', { sql: SQL, actions: targets.map(toLambda) })
  })
  const [[ruleId, rule] = ['', {}]] = Object.entries(template.findResources('AWS::IoT::TopicRule'))
  const invoked: unknown[] = rule['Properties'].TopicRulePayload.Actions.map(({ Lambda }: { Lambda: { FunctionArn: unknown } }) =>
    Lambda.FunctionArn)
  const permissions = Object.values(template.findResources('AWS::Lambda::Permission')).map((permission): unknown =>
    permission['Properties'])
  expect(permissions).toHaveLength(6)
  for (const FunctionName of invoked) {
    expect(permissions).toContainEqual({
      Action: 'lambda:InvokeFunction', Principal: 'iot.amazonaws.com', SourceArn: { 'Fn::GetAtt': [ruleId, 'Arn'] }, FunctionName,
    })
  }
})
