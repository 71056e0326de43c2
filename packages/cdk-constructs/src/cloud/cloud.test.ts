import { Duration, type Stack } from 'aws-cdk-lib'
import { Match } from 'aws-cdk-lib/assertions'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  ColdDatabase, ColdStore, CommandApi, DataEndpoint, HotStore, IngestChanges, IngestFunction, IngestQueue, IngestStream, knows,
  LiveAuthorizer, onThings,
  publishes, readsObjects, readsStore, RuleLookups, sendsTo, toFirehose, toKinesis, toLambda, TopicRule, toQueue, WebDashboard, writesCold,
  writesObjects, writesStore,
} from '../index.ts'
import { synthesize } from '../testing/synthesize.ts'

const entry = fileURLToPath(new URL('../testing/handler.ts', import.meta.url))
const folder = fileURLToPath(new URL('../testing/dashboard', import.meta.url))

/** All constructs of the cloud half in one stack, which is synthesized once. */
function everything(stack: Stack): void {
  const alarmTopic = new Topic(stack, 'Alarms', { enforceSSL: true })
  const store = new HotStore(stack, 'Ledger', {
    partitionKey: 'pk', sortKey: 'sk', indexes: { byKind: { partitionKey: 'kind', sortKey: 'order' } }, timeToLiveAttribute: 'expiresAtSec',
    stream: StreamViewType.NEW_IMAGE,
  })
  const one = new IngestFunction(stack, 'One', {
    entry, alarmTopic, grants: [writesStore(store), publishes('keg/{siteId}/acks', 'keg/all')], logLevel: 'DEBUG', serviceName: 'ones',
  })
  const queue = new IngestQueue(stack, 'Pours', {
    handler: { entry, timeout: Duration.seconds(30) }, quarantineHandler: { entry }, alarmTopic, oldestRecord: Duration.hours(1),
  })
  const stream = new IngestStream(stack, 'Telemetry', { handler: { entry }, tumblingWindow: Duration.minutes(1) })
  new IngestStream(stack, 'Sharded', { handler: { entry }, shards: 2, retention: Duration.days(1), batchingWindow: Duration.seconds(5) })
  const cold = new ColdStore(stack, 'Cold', {
    columns: { kegid: 'string', celsius: 'double' }, partitions: { site: '.siteId' }, databaseName: 'keg',
  })
  const database = new ColdDatabase(stack, 'Shared', { databaseName: 'keg_shared' })
  for (const tableName of ['telemetry', 'pours'])
    new ColdStore(stack, `Cold${tableName}`, { database, tableName, columns: { kegid: 'string' } })
  new IngestChanges(stack, 'Changes', {
    alarmTopic, store, handler: { entry, grants: [writesCold(cold)] }, filters: [{ eventName: ['INSERT'] }],
  })
  const lookups = new RuleLookups(stack, 'Lookups', { lookups: ['thing', 'shadow'] })
  const sql = "SELECT * FROM 'keg/+/+/telemetry'"
  new TopicRule(stack, 'Rule', {
    sql,
    actions: [
      toLambda(one), toQueue(queue.queue), toKinesis(stream.stream, { partitionKey: '${topic(3)}' }),
      toFirehose(cold.stream, { separator: '\n' }),
    ], errorAction: toQueue(queue.quarantineQueue),
  })
  new TopicRule(stack, 'Asked', {
    sql: `SELECT get_thing_shadow(topic(2), '${lookups.roleArn}') AS shadow FROM 'ask/+'`, errorAction: toQueue(queue.quarantineQueue),
  })
  const api = new CommandApi(stack, 'Api', {
    alarmTopic, jwt: { issuer: 'https://sign-in.example', audience: ['bar'] }, corsOrigins: ['https://bar.example'], rateLimit: 10,
    burstLimit: 20, grants: { readStore: readsStore(store), command: onThings('iot:UpdateThingShadow') },
    routes: [
      { method: 'GET', path: '/kegs', handler: { entry }, grants: ['readStore'] },
      { method: 'PUT', path: '/kegs/{kegId}/settings', handler: { entry }, grants: ['command'] },
    ],
  })
  new LiveAuthorizer(stack, 'Live', { authorizerName: 'keg-live', handler: { entry, grants: [knows('IOT_ARN', 'arn')] } })
  new WebDashboard(stack, 'Dashboard', {
    folder, connectSources: [api.url, 'wss://example-ats.iot.eu-central-1.amazonaws.com'], files: { 'config.json': { apiUrl: api.url } },
  })
}

describe('WebDashboard with its API and AWS IoT', () => {
  const { template, findings, warnings } = synthesize((stack) => {
    const { api } = new CommandApi(stack, 'Api', {
      jwt: { issuer: 'https://sign-in.example', audience: ['bar'] }, routes: [{ method: 'GET', path: '/kegs', handler: { entry } }],
    })
    const { address } = new DataEndpoint(stack, 'Endpoint')
    new WebDashboard(stack, 'Dashboard', { folder, api, mqttEndpoint: address, files: { 'config.json': { apiUrl: '/api', mqttUrl: '/mqtt' } } })
  })
  const [{ Properties: { DistributionConfig: distribution } } = { Properties: {} }] = Object.values(
    template.findResources('AWS::CloudFront::Distribution'),
  )

  it('leads to both at the origin of the page, with all that a viewer sends but the host, and caches neither', () => {
    const origins = new Map<string, string>(distribution.Origins.map(({ Id, DomainName }: { Id: string; DomainName: unknown }) =>
      [Id, JSON.stringify(DomainName)]))
    const [api, live] = distribution.CacheBehaviors
    for (const behavior of [api, live]) {
      expect(behavior).toMatchObject({
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only', ResponseHeadersPolicyId: expect.anything(),
      })
    }
    expect([api.PathPattern, api.AllowedMethods.length, api.FunctionAssociations.length]).toEqual(['/api/*', 7, 1])
    expect(origins.get(api.TargetOriginId)).toMatch(/"Ref":"Api[0-9A-F]+".*\.execute-api\.".*"AWS::Region".*"AWS::URLSuffix"/)
    expect(live.PathPattern).toBe('/mqtt')
    expect(origins.get(live.TargetOriginId)).toMatch(/"Endpoint[0-9A-F]+","endpointAddress"/)
  })

  it('takes the prefix off by a function, and off nothing else', () => {
    const [{ Properties: { FunctionCode: code, FunctionConfig: config } } = { Properties: {} }] = Object.values(
      template.findResources('AWS::CloudFront::Function'),
    )
    expect(config.Runtime).toBe('cloudfront-js-2.0')
    const handler = new Function(`${code}; return handler`)() as (event: { request: { uri: string } }) => { uri: string }
    for (const [uri, without] of [['/api/kegs/api/1', '/kegs/api/1'], ['/api/', '/'], ['/api//x', '//x']] as const)
      expect(handler({ request: { uri } })).toEqual({ uri: without })
  })

  it('leaves the API its own answers to what is not there', () => {
    expect(distribution.CustomErrorResponses).toBeUndefined()
  })

  it('lets the page call its own origin alone', () => {
    expect(JSON.stringify(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'))).toContain("connect-src 'self'; ")
  })

  it('has AWS IoT asked where it is, by who may ask that alone', () => {
    template.hasResourceProperties('Custom::KegIoTDataEndpoint', {
      Update: Match.stringLikeRegexp('"action":"describeEndpoint".*"endpointType":"iot:Data-ATS"'),
    })
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [{ Action: 'iot:DescribeEndpoint', Effect: 'Allow', Resource: '*' }] },
    })
  })

  it('is nothing to cdk-nag', () => expect([findings(), warnings]).toEqual([[], []]))
})

it('sendsTo: a handler sends to its queues alone, and knows their URLs by their names', () => {
  const { template } = synthesize((stack) => {
    const queue = new Queue(stack, 'Pours')
    new Queue(stack, 'Other')
    new IngestFunction(stack, 'Replay', { entry, asynchronous: false, grants: [sendsTo({ pours: queue, more: queue }, 'QUEUES')] })
  })
  const [policy] = Object.values(template.findResources('AWS::IAM::Policy'))
    .map(({ Properties }) => Properties.PolicyDocument.Statement)
    .flat()
    .filter(({ Action }) => JSON.stringify(Action).includes('sqs:'))
  expect(policy).toMatchObject({ Effect: 'Allow', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Pours/), 'Arn'] } })
  const urls = JSON.stringify(
    Object.values(template.findResources('AWS::Lambda::Function'))[0]?.['Properties'].Environment.Variables.QUEUES,
  )
  expect(urls).toMatch(/pours.*Pours.*more.*Pours/)
  expect(urls).not.toContain('Other')
})

it('readsObjects, writesObjects: a handler reads and writes objects of these shapes alone, and cdk-nag finds nothing in that', () => {
  let made: Stack | undefined
  const { template } = synthesize((stack) => {
    made = stack
    const bucket = new Bucket(stack, 'Files', { enforceSSL: true, serverAccessLogsPrefix: 'logs/' })
    new IngestFunction(stack, 'Reader', {
      entry, asynchronous: false, grants: [readsObjects(bucket, 'settings/*'), writesObjects(bucket, 'results/*')],
    })
  })
  const statements = Object.values(template.findResources('AWS::IAM::Policy'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => String(Action).startsWith('s3:'))
  expect(statements.map(({ Action, Resource }) => [Action, JSON.stringify(Resource).match(/\/[a-z]+\/\*/)?.[0]])).toEqual([
    ['s3:ListBucket', undefined], ['s3:GetObject', '/settings/*'], ['s3:PutObject', '/results/*'],
  ])
  const { violations } = new AwsSolutionsChecks().validateScope(made!)
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([])
})

describe('all constructs of the cloud half in one stack', () => {
  let stack: Stack | undefined
  const { template } = synthesize((made) => {
    stack = made
    everything(made)
  })
  const has = (type: string, properties: object) => template.hasResourceProperties(type, properties)
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties)

  // https://github.com/cdklabs/cdk-nag/blob/main/RULES.md
  it('have no finding of cdk-nag that is not accepted, with its reason, by the construct that needs it', () => {
    const { violations } = new AwsSolutionsChecks().validateScope(stack!)
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources.map(({ constructPath }) => constructPath)]))
      .toEqual([])
  })

  it('HandlerFunction: Node 24 on arm64, Powertools by variables, and a role that writes to its own log alone', () => {
    template.allResourcesProperties('AWS::Lambda::Function', Match.not({ TracingConfig: Match.anyValue() }))
    has('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler', MemorySize: 256, Timeout: 10,
      Environment: { Variables: { POWERTOOLS_SERVICE_NAME: 'ones', POWERTOOLS_LOG_LEVEL: 'DEBUG', TABLE_NAME: Match.anyValue() } },
    })
    has('AWS::Lambda::Function', { Environment: { Variables: { POWERTOOLS_SERVICE_NAME: 'handler', POWERTOOLS_LOG_LEVEL: 'INFO' } } })
    template.hasResource('AWS::IAM::Role', { Properties: {
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] }, ManagedPolicyArns: Match.absent(),
    } })
  })

  it('IngestFunction: keeps what it was invoked with and failed, and tells of it', () => {
    has('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^OneFailures'), 'Arn'] } } },
    })
    expect(alarms.filter(({ Dimensions }) => JSON.stringify(Dimensions).includes('"One'))
      .map(({ MetricName, AlarmActions }) => [MetricName, AlarmActions?.length])
      .sort())
      .toEqual([
        ['ApproximateNumberOfMessagesVisible', 1], ['Errors', 1], ['Throttles', 1],
      ])
  })

  it('IngestQueue: waits six times the function\'s time, and tells of age and quarantine', () => {
    has('AWS::SQS::Queue', { VisibilityTimeout: 180, RedrivePolicy: { maxReceiveCount: 5 }, MessageRetentionPeriod: 1_209_600 })
    const of = (id: string) => alarms.filter(({ Dimensions }) => JSON.stringify(Dimensions).includes(`"${id}`))
      .map(({ MetricName, Threshold }) => [MetricName, Threshold])
    expect(of('PoursQueue')).toEqual([['ApproximateAgeOfOldestMessage', 3_600]])
    expect(of('PoursQuarantine')).toContainEqual(['ApproximateNumberOfMessagesVisible', 0])
  })

  it('IngestStream: on demand or of shards, encrypted; halves, tries again, and keeps what it gives up in a bucket', () => {
    has('AWS::Kinesis::Stream', {
      StreamModeDetails: { StreamMode: 'ON_DEMAND' }, RetentionPeriodHours: 168, StreamEncryption: { EncryptionType: 'KMS' },
    })
    has('AWS::Kinesis::Stream', { StreamModeDetails: { StreamMode: 'PROVISIONED' }, ShardCount: 2, RetentionPeriodHours: 24 })
    has('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true, MaximumRetryAttempts: 10, FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON', TumblingWindowInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TelemetryFailures'), 'Arn'] } } },
    })
    expect(alarms.map(({ MetricName }) => MetricName))
      .toEqual(expect.arrayContaining(['IteratorAge', 'WriteProvisionedThroughputExceeded']))
  })

  it('HotStore: paid by request, restorable, kept; read and written with the actions listed, on itself and its indexes', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAtSec', Enabled: true }, StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        GlobalSecondaryIndexes: [{ IndexName: 'byKind', Projection: { ProjectionType: 'ALL' } }],
      },
    })
    const statements = Object.values(template.findResources('AWS::IAM::Policy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => /^dynamodb:(?!.*Stream)/.test(String(Action)))
    expect(statements.map(({ Action, Resource }) => [Action, JSON.stringify(Resource).includes('/index/byKind')])).toEqual(
      expect.arrayContaining([[['dynamodb:GetItem', 'dynamodb:Query'], true], [['dynamodb:PutItem', 'dynamodb:UpdateItem'], false]]),
    )
    expect(statements).toHaveLength(2)
  })

  it('ColdStore: Parquet by partition and day, which Athena finds by itself, within a limit, cheaper after a while', () => {
    has('AWS::KinesisFirehose::DeliveryStream', {
      ExtendedS3DestinationConfiguration: {
        Prefix: 'data/site=!{partitionKeyFromQuery:site}/day=!{timestamp:yyyy-MM-dd}/', DynamicPartitioningConfiguration: { Enabled: true },
        BufferingHints: { IntervalInSeconds: 300, SizeInMBs: 128 },
        ProcessingConfiguration: {
          Processors: [{ Type: 'MetadataExtraction', Parameters: [{ ParameterValue: '{"site":.siteId}' }, { ParameterValue: 'JQ-1.6' }] }],
        },
        DataFormatConversionConfiguration: { OutputFormatConfiguration: { Serializer: { ParquetSerDe: {} } } },
      },
    })
    has('AWS::Glue::Table', { TableInput: {
      PartitionKeys: [{ Name: 'site' }, { Name: 'day' }],
      Parameters: { 'projection.site.type': 'injected', 'projection.day.range': '2025-01-01,NOW+1DAY' },
    } })
    has('AWS::Athena::WorkGroup', { WorkGroupConfiguration: {
      EnforceWorkGroupConfiguration: true, BytesScannedCutoffPerQuery: 10_737_418_240,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
    } })
    has('AWS::S3::Bucket', { LifecycleConfiguration: {
      Rules: Match.arrayWith([Match.objectLike({ Prefix: 'data/', Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }] })]),
    } })
  })

  it('IngestChanges: what a table\'s stream tells, some of it alone, and what the handler gives up in a bucket', () => {
    has('AWS::Lambda::EventSourceMapping', {
      BatchSize: 100, MaximumBatchingWindowInSeconds: 1, BisectBatchOnFunctionError: true, MaximumRetryAttempts: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'], FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LedgerTable'), 'StreamArn'] },
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ChangesFailures'), 'Arn'] } } },
    })
    const [role] = Object.values(template.findResources('AWS::IAM::Policy')).map((policy) => JSON.stringify(policy)).filter((policy) =>
      policy.includes('ChangesFailures'))
    expect(role).toContain('firehose:PutRecordBatch')
    has('AWS::Lambda::Function', { Environment: { Variables: { DELIVERY_STREAM: { Ref: Match.stringLikeRegexp('^ColdStream') } } } })
  })

  it('ColdDatabase: tables that share bucket, database and work group, each with records of its own', () => {
    const tables = Object.values(template.findResources('AWS::Glue::Table', { Properties: { DatabaseName: 'keg_shared' } }))
      .map(({ Properties: { TableInput } }) => TableInput)
    expect(tables.map(({ Name }) => Name)).toEqual(['telemetry', 'pours'])
    for (const { Name, StorageDescriptor, Parameters } of tables) {
      expect(JSON.stringify(StorageDescriptor.Location)).toMatch(new RegExp(`SharedBucket.*/data/${Name}/"`))
      expect(JSON.stringify(Parameters['storage.location.template'])).toContain(`/data/${Name}/day=\${day}/`)
      has('AWS::KinesisFirehose::DeliveryStream', { ExtendedS3DestinationConfiguration: {
        Prefix: `data/${Name}/day=!{timestamp:yyyy-MM-dd}/`, ErrorOutputPrefix: `errors/${Name}/!{firehose:error-output-type}/`,
      } })
    }
    // One of the store that has a database of its own, and one that is shared.
    for (const type of ['AWS::Glue::Database', 'AWS::Athena::WorkGroup']) template.resourceCountIs(type, 2)
  })

  it('CommandApi: a function a route, throttled, logged, for tokens of one issuer and pages of one origin', () => {
    has('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
      AccessLogSettings: { Format: Match.stringLikeRegexp('routeKey') },
    })
    has('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT', JwtConfiguration: { Audience: ['bar'], Issuer: 'https://sign-in.example' },
    })
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' })
    has('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: ['https://bar.example'], AllowMethods: ['GET', 'PUT'],
        AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
      },
    })
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 2)
  })

  it('LiveAuthorizer: AWS IoT alone invokes it, for this authorizer', () => {
    has('AWS::IoT::Authorizer', { AuthorizerName: 'keg-live', Status: 'ACTIVE', SigningDisabled: true })
    has('AWS::Lambda::Permission', {
      Principal: 'iot.amazonaws.com', SourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LiveAuthorizer'), 'Arn'] },
    })
  })

  it('WebDashboard: a private bucket behind CloudFront, a strict policy for the page, every path its own', () => {
    has('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultRootObject: 'index.html', Origins: [Match.objectLike({ OriginAccessControlId: Match.anyValue() })],
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
        CustomErrorResponses: [403, 404]
          .map((ErrorCode) => ({ ErrorCode, ResponseCode: 200, ResponsePagePath: '/index.html', ErrorCachingMinTTL: 0 })),
      },
    })
    const [{ Properties: { ResponseHeadersPolicyConfig: headers } } = { Properties: {} }] = Object.values(
      template.findResources('AWS::CloudFront::ResponseHeadersPolicy'),
    )
    const policy = JSON.stringify(headers.SecurityHeadersConfig.ContentSecurityPolicy)
    for (const part of [
      "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "connect-src 'self' ",
      'wss://example-ats.iot.eu-central-1.amazonaws.com',
    ]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toMatch(/unsafe|\*/)
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true,
      },
      BucketEncryption: Match.anyValue(),
    })
  })
})

describe('is refused at synthesis, with its path, the property and the fix:', () => {
  const api = { routes: [{ method: 'GET', path: '/kegs', handler: { entry } }] } as const
  const store = { partitionKey: 'pk' }
  const cold = { columns: { kegid: 'string' } }
  const route = api.routes[0]
  it.each<[string, (stack: Stack) => unknown, RegExp]>([
    ['a handler that is not there', (stack) => new IngestFunction(stack, 'A', {
      entry: 'no-such.ts',
    }), /\[Stack\/A\] entry: there is no file no-such\.ts; write it, with an export `handler`, or correct the path/],
    ['deliveries that SQS refuses', (stack) => new IngestQueue(stack, 'A', {
      handler: { entry }, quarantineHandler: { entry }, deliveries: 0,
    }), /\[Stack\/A\] deliveries: 0 is no whole number from 1 to 1000/],
    ['shards that Kinesis refuses', (stack) => new IngestStream(stack, 'A', {
      handler: { entry }, shards: 0,
    }), /shards: 0 is no whole number from 1 to 10000; leave it out for a stream on demand/],
    ['a retention that Kinesis refuses', (stack) => new IngestStream(stack, 'A', {
      handler: { entry }, retention: Duration.hours(1),
    }), /retention: 1 hours is no whole number from 24 to 8760 hours/],
    ['a batch that Lambda refuses', (stack) =>
      new IngestStream(stack, 'A', { handler: { entry }, batchSize: 10_001 }), /batchSize: 10001 is no whole number from 1 to 10000/],
    ['a window that Lambda refuses', (stack) => new IngestStream(stack, 'A', {
      handler: { entry }, tumblingWindow: Duration.hours(1),
    }), /tumblingWindow: 3600 seconds is no whole number from 0 to 900 seconds/],
    ['changes of a table without a stream', (stack) => new IngestChanges(stack, 'A', {
      store: new HotStore(stack, 'S', store), handler: { entry },
    }), /\[Stack\/A\] store: its table has no stream; give it `stream`/],
    ['a key without a name', (stack) =>
      new HotStore(stack, 'A', { partitionKey: '' }), /partitionKey: the name of a key attribute has 1 to 255 bytes, not 0/],
    ['a key of one attribute twice', (stack) =>
      new HotStore(stack, 'A', { ...store, sortKey: 'pk' }), /sortKey: "pk" is the partition key already/],
    ['an index with a name that DynamoDB refuses', (stack) =>
      new HotStore(stack, 'A', { ...store, indexes: { 'a b': store } }), /indexes: "a b" is no name of an index/],
    ['more indexes than a table has', (stack) => new HotStore(stack, 'A', {
      ...store, indexes: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`index${index}`, store])),
    }), /indexes: a table has at most 20, not 21/],
    ['a key that says when items go', (stack) =>
      new HotStore(stack, 'A', { ...store, timeToLiveAttribute: 'pk' }), /timeToLiveAttribute: "pk" is part of the key/],
    ['a column in capitals', (stack) => new ColdStore(stack, 'A', {
      columns: { kegId: 'string' },
    }), /columns: "kegId" is no name in the catalog of Athena: .*; take "kegid"/],
    ['a column of no type', (stack) => new ColdStore(stack, 'A', { columns: { a: 'number' } }), /columns\.a: "number" is no type/],
    ['no columns', (stack) => new ColdStore(stack, 'A', { columns: {} }), /columns: there is none/],
    ['a partition that is a column', (stack) =>
      new ColdStore(stack, 'A', { ...cold, partitions: { kegid: '.kegId' } }), /columns\.kegid: it is a partition/],
    ['a partition by day', (stack) =>
      new ColdStore(stack, 'A', { ...cold, partitions: { day: '.day' } }), /partitions\.day: .*take another name/],
    ['a partition without an expression', (stack) =>
      new ColdStore(stack, 'A', { ...cold, partitions: { site: ' ' } }), /partitions\.site: there is no expression/],
    ['a database with a bad name', (stack) => new ColdDatabase(stack, 'A', {
      databaseName: 'Keg',
    }), /\[Stack\/A\] databaseName: "Keg" is no name in the catalog of Athena: .*; take "keg"/],
    ['a setting of the database at its table', (stack) => new ColdStore(stack, 'A', {
      ...cold, database: new ColdDatabase(stack, 'D'), coldAfter: Duration.days(60),
    }), /coldAfter: it is a setting of the database; give it to the ColdDatabase/],
    ['a first day that is none', (stack) =>
      new ColdStore(stack, 'A', { ...cold, since: '2026-13-01' }), /since: "2026-13-01" is no day; write it as 2026-01-31/],
    ['a move to Glacier that S3 refuses', (stack) =>
      new ColdStore(stack, 'A', { ...cold, coldAfter: Duration.days(1) }), /coldAfter: 1 days is no whole number from 30 to 36500 days/],
    ['a path that is none', (stack) => new CommandApi(stack, 'A', {
      routes: [{ ...route, path: 'kegs' }],
    }), /routes\[0\]\.path: "kegs" is no path of a route; write it as \/kegs\/\{kegId\}/],
    ['a route twice', (stack) => new CommandApi(stack, 'A', {
      routes: [{ ...route, path: '/kegs/{a}' }, { ...route, path: '/kegs/{b}' }],
    }), /routes\[1\]: GET \/kegs\/\{b\} is routes\[0\] already/],
    ['a grant that there is not', (stack) => new CommandApi<string>(stack, 'A', {
      routes: [{ ...route, grants: ['fly'] }],
    }), /routes\[0\]\.grants: there is no grant "fly"; the table has none/],
    ['an origin with a path', (stack) =>
      new CommandApi(stack, 'A', { ...api, corsOrigins: ['https://bar.example/'] }), /corsOrigins\[0\]: .*write it without path/],
    ['an issuer without TLS', (stack) => new CommandApi(stack, 'A', {
      ...api, jwt: { issuer: 'http://a', audience: [] },
    }), /jwt\.issuer: "http:\/\/a" is no https[^]*jwt\.audience: there is none/],
    ['a rate that API Gateway refuses', (stack) =>
      new CommandApi(stack, 'A', { ...api, rateLimit: 0 }), /rateLimit: 0 requests a second is no whole number/],
    ['a name that AWS IoT refuses', (stack) =>
      new LiveAuthorizer(stack, 'A', { authorizerName: 'a b', handler: { entry } }), /authorizerName: "a b" is not what AWS IoT takes/],
    ['a private key', (stack) => new LiveAuthorizer(stack, 'A', {
      authorizerName: 'a', handler: { entry }, signing: { tokenKeyName: 't', publicKeys: { k: '-----BEGIN PRIVATE KEY-----' } },
    }), /signing\.publicKeys\.k: it holds a private key/],
    ['no lookups', (stack) => new RuleLookups(stack, 'A', { lookups: [] }), /lookups: there is none/],
    ['a page that is not built', (stack) =>
      new WebDashboard(stack, 'A', { folder: 'no-such' }), /folder: no-such has no index\.html; build the page first/],
    ['a source without TLS', (stack) => new WebDashboard(stack, 'A', {
      folder, connectSources: ['ws://a'],
    }), /connectSources\[0\]: "ws:\/\/a" is no https:\/\/ or wss:\/\/ address/],
    ['an endpoint that is none of AWS IoT', (stack) => new WebDashboard(stack, 'A', {
      folder, mqttEndpoint: 'wss://bar.example/mqtt',
    }), /mqttEndpoint: "wss:\/\/bar\.example\/mqtt" is no data endpoint of AWS IoT/],
    ['an API by its address', (stack) => new WebDashboard(stack, 'A', {
      folder, api: { apiId: 'https://a.example' },
    }), /api: "https:\/\/a\.example" is no id of an HTTP API/],
    ['a domain without a name', (stack) => new WebDashboard(stack, 'A', {
      folder,
      domain: { names: [], certificate: Certificate.fromCertificateArn(stack, 'C', 'arn:aws:acm:us-east-1:123456789012:certificate/c') },
    }), /domain\.names: there is none/],
  ])('%s', (_what, build, message) => {
    expect(() => synthesize(build)).toThrow(message)
  })

  it('all of a stack at once', () => {
    expect(() => synthesize((stack) => {
      new IngestFunction(stack, 'A', { entry: 'no-such.ts' })
      new CommandApi(stack, 'B', { rateLimit: 0, routes: [{ ...route, path: 'kegs' }, { ...route, handler: { entry: 'neither.ts' } }] })
    })).toThrow(
      /Stack\/A\] entry: [^]*Stack\/B\] rateLimit: [^]*Stack\/B\] routes\[0\]\.path: [^]*Stack\/B\/GetKegs\] entry: there is no file neither\.ts/,
    )
  })
})
