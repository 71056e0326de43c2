import { columnsOf } from '@keg/cold-store'
import { flows, queueOf, routes, ruleReplays, telemetryColdFlow } from '@keg/flows'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { apiHandler, ingestHandler } from '../entries.ts'
import { kegApp, type KegMap } from './keg-app.ts'
import { capital } from '../names.ts'
import { isDeployed } from '../outside.ts'

/** A page of one line: the dashboard need not be built for this. */
const page = fileURLToPath(new URL('../testing/page', import.meta.url))
/** The flows of a stage that is told of nothing outside: no search, no Salesforce. */
const deployed = flows.filter((flow) => isDeployed(flow, {}))
const outdir = mkdtempSync(join(tmpdir(), 'keg-infra-'))
// Functions are not bundled: nx's target does that, and what it writes is what the other tests run.
const build = (stage: string, map?: KegMap) => kegApp({ outdir, context: { stage, 'aws:cdk:bundling-stacks': [] } }, map, page)
const app = build('test')
const [state, ingest, api, writers, fleet, dashboard] = ['State', 'Ingest', 'Api', 'Writers', 'Fleet', 'Dashboard'].map((name) =>
  Template.fromStack(app.node.findChild(`Keg-test-${name}`) as Stack)) as [Template, Template, Template, Template, Template, Template]
afterAll(() => rmSync(outdir, { recursive: true }))
const resources = (type: string) => [ingest, api, writers, fleet].flatMap((template) => Object.entries(template.findResources(type)))
const policiesOf = (role: RegExp): string =>
  JSON.stringify(resources('AWS::IAM::Policy').filter(([id]) => role.test(id)).map(([, policy]) => policy))

/** A handler that keeps which requests it has done writes their items of the ledger alone. */
const onlyBelow = (prefix: string) => `"Condition":{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["${prefix}*"]}}`
const [KEEPS_REQUESTS, WRITES_COMMANDS] = [onlyBelow('job#request '), onlyBelow('commands#')]
const ALLOWED = [KEEPS_REQUESTS, WRITES_COMMANDS].map((condition) => condition.replaceAll(/[{}[\]*]/g, '\\$&')).join('|')
const WRITES_MORE = `dynamodb:(?:Put|Update)Item(?!"[^\\]]*\\],(?:${ALLOWED}))`

it('deploys every flow and every route of the map', () => {
  const rules = resources('AWS::IoT::TopicRule').map(([, rule]) => rule['Properties'].RuleName)
  expect(rules.sort()).toEqual(deployed.map(({ name }) => `keg_test_${name}`).sort())
  const keys = resources('AWS::ApiGatewayV2::Route').map(([, route]) => route['Properties'].RouteKey)
  expect(keys.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
})

it.each([
  'pours', 'pours-quarantine', 'quarantine', 'batches', 'batches-quarantine', 'replays', 'replies', 'telemetry', 'given-up', 'ledger-cold',
  'order-keg', 'end-swap', 'alerts', 'admit-keg', 'renew-keg', 'retire-certificates', 'quarantine-keg',
])('finds the ingest handler %s', (name) => {
  expect(existsSync(ingestHandler(name))).toBe(true)
})

it.each(routes)('finds the handler of $method $path', ({ handler }) => {
  expect(existsSync(apiHandler(handler))).toBe(true)
})

it.each([
  ['HttpGetKegsRole', ['dynamodb:GetItem', 'dynamodb:Query'], /iot:|:Put(?!LogEvents)|Update|secretsmanager/],
  ['HttpPutKegsKegIdSettingsRole', ['iot:UpdateThingShadow', 'iot:DescribeThing'], /dynamodb|GetThingShadow|secretsmanager/],
  ['HttpGetMeRole', ['logs:PutLogEvents'], /dynamodb|iot:|secretsmanager/],
  ['HttpGetKegsKegIdPoursRole', ['dynamodb:Query', 'iot:DescribeThing'], /Shadow|:Put(?!LogEvents)|Update|secretsmanager/],
  ['LiveHandler', ['logs:PutLogEvents'], /dynamodb|iot:|secretsmanager/],
  ['BatchesHandler', [
    'dynamodb:PutItem', 'dynamodb:UpdateItem', 'iot:Publish', 'iot:DescribeThing',
  ], /dynamodb:(Get|Query|Delete)|Shadow|secretsmanager/],
  ['ReportedLookups', ['iot:DescribeThing'], /Shadow|dynamodb/],
  ['StateRequestLookups', ['iot:GetThingShadow'], /DescribeThing|dynamodb/],
  ['HttpPostQuarantineEntryIdReplayRole', [
    'dynamodb:GetItem', 'sqs:SendMessage', KEEPS_REQUESTS,
  ], new RegExp(`${WRITES_MORE}|iot:|dynamodb:Delete|secretsmanager`)],
  ['HttpPostKegsKegIdCommandsRole', [
    'dynamodb:GetItem', 'iot:DescribeThing', 'iot:Publish', ':topic/keg/*/*/commands/*', KEEPS_REQUESTS, WRITES_COMMANDS,
  ], new RegExp(`${WRITES_MORE}|"iot:(?!DescribeThing|Publish)|dynamodb:Delete|secretsmanager|sqs`)],
  ['HttpPostKegsKegIdCommandsCommandIdCancelRole', [
    'dynamodb:GetItem', 'iot:Publish', ':topic/keg/*/*/commands/*', WRITES_COMMANDS,
  ], new RegExp(`${WRITES_MORE}|job#request|"iot:(?!Publish|DescribeThing)|dynamodb:Delete|secretsmanager|sqs`)],
  ['HttpGetSitesRole', ['iot:GetBucketsAggregation', ':index/AWS_Things'], /"iot:(?!GetBucketsAggregation)|dynamodb|secretsmanager/],
  ['HttpGetSitesSiteIdReadingsRole', ['dynamodb:Query', 'Readings'], /Ledger|:Put(?!LogEvents)|Update|Delete|iot:|secretsmanager/],
  ['HttpGetGatewaysRole', ['dynamodb:Query', 'Readings'], /Ledger|:Put(?!LogEvents)|Update|Delete|iot:|secretsmanager/],
  ['HttpGetSearchRole', ['iot:SearchIndex', ':index/AWS_Things'], /"iot:(?!SearchIndex)|dynamodb|"Resource":"\*"|secretsmanager/],
  ['HttpGetViolationsRole', [
    'iot:ListActiveViolations', 'iot:DescribeThing',
  ], /"iot:(?!ListActiveViolations|DescribeThing)|dynamodb|secretsmanager/],
  ['HttpGetGroupsRole', [
    'iot:ListThingGroups', 'iot:DescribeThingGroup', 'iot:GetStatistics', ':thinggroup/*', ':index/AWS_Things',
  ], /"iot:(?!ListThingGroups|DescribeThingGroup|GetStatistics)|dynamodb|secretsmanager/],
  ['HttpPostKegsKegIdRevocationRole', [
    'iot:ListThingPrincipals', 'iot:ListThingGroupsForThing', ':thing/*', 'iot:UpdateCertificate', ':cert/*', 'iot:DeleteConnection',
    ':client/*', 'Serials', KEEPS_REQUESTS,
  ], /"iot:(?!ListThingPrincipals|ListThingGroupsForThing|UpdateCertificate|DeleteConnection)|dynamodb:(Put|Delete)Item(?!"[^\]]*\],"Condition)|secretsmanager|s3:/],
  ['HttpGetJobsRole', ['iot:ListJobs', 'iot:DescribeJob', ':job/*'], /"iot:(?!ListJobs|DescribeJob)|dynamodb|secretsmanager/],
  ['HttpGetJobsJobIdRole', ['iot:DescribeJob', ':job/*'], /"iot:(?!DescribeJob)|dynamodb|"Resource":"\*"|secretsmanager/],
  ['HttpPostJobsJobIdCancelRole', [
    'iot:DescribeJob', 'iot:CancelJob', ':job/*', KEEPS_REQUESTS,
  ], new RegExp(`${WRITES_MORE}|"iot:(?!DescribeJob|CancelJob)|dynamodb:Delete|"Resource":"\\*"|secretsmanager`)],
  ['HttpGetKegsKegIdPoliciesRole', [
    'iot:ListThingPrincipals', 'iot:GetEffectivePolicies', 'iot:DescribeCertificate', ':cert/*',
  ], /"iot:(?!ListThingPrincipals|GetEffectivePolicies|DescribeCertificate|DescribeThing)|dynamodb|secretsmanager/],
  ['HttpGetKegsKegIdCommandsRole', ['dynamodb:Query', 'iot:DescribeThing'], /"iot:(?!DescribeThing)|:Put(?!LogEvents)|Update|secretsmanager/],
  ['RepliesHandler', [
    'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'iot:DescribeThing',
  ], /dynamodb:Delete|"iot:(?!DescribeThing)|Shadow|secretsmanager/],
  ['ReplaysHandler', [
    'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'iot:Publish',
  ], /dynamodb:Delete|Shadow|secretsmanager/],
  ['ReplaysQuarantineHandler', ['dynamodb:PutItem', 'dynamodb:UpdateItem'], /iot:|dynamodb:Delete|secretsmanager/],
  ['SwapsOrder', ['dynamodb:PutItem', 'sns:Publish'], /dynamodb:(Get|Query|Delete)|iot:|states:|secretsmanager/],
  ['SwapsEnd', ['dynamodb:UpdateItem'], /dynamodb:(Get|Query|Delete)|iot:|states:|sns:|secretsmanager/],
  ['HttpPostSwapsKegIdDeliveredRole', [
    'states:SendTaskSuccess', 'dynamodb:GetItem', KEEPS_REQUESTS,
  ], new RegExp(`${WRITES_MORE}|dynamodb:Delete|"iot:(?!DescribeThing)|states:(Start|Stop|Describe)|secretsmanager`)],
  ['AlertsHandler', [
    'dynamodb:PutItem', 'dynamodb:UpdateItem', 'sqs:SendMessage', 'iot:DescribeThing',
  ], /dynamodb:(Get|Query|Delete)|"iot:(?!DescribeThing)|secretsmanager/],
  ['AdmitKeg', [
    'dynamodb:GetItem', 'dynamodb:UpdateItem', 'iot:GetThingShadow', 'iot:UpdateThingShadow', 'iot:ListThingPrincipals',
    'iot:DetachThingPrincipal', 'iot:UpdateCertificate', 'iot:DeleteCertificate', 'iot:DeleteConnection',
  ], /dynamodb:Delete|CreateCertificate|Attach|iot:Publish|secretsmanager|s3:/],
  ['RenewKeg', [
    'dynamodb:GetItem', 'iotjobsdata:GetPendingJobExecutions', 'iot:ListThingPrincipals', 'iot:ListPrincipalThings',
    'iot:DetachThingPrincipal', 'iot:UpdateCertificate', 'iot:DeleteCertificate',
  ], /dynamodb:(Put|Update|Delete)|Shadow|CreateCertificate|Attach|DeleteConnection|iotjobsdata:(?!GetP)|iot:Publish|secretsmanager|s3:/],
  ['RetireCertificatesHandler', [
    'iot:DetachThingPrincipal', 'iot:UpdateCertificate', 'iot:DeleteCertificate', 'iot:DeleteConnection', 'dynamodb:PutItem',
  ], /dynamodb:(Get|Query|Delete)|Shadow|iot:Publish|secretsmanager|s3:/],
  ['WatchQuarantineKeg', ['iot:StartDetectMitigationActionsTask'], /"iot:(?!StartDetect)|dynamodb|secretsmanager|s3:|"Resource":"\*"/],
  ['WatchDefenseIsolateRole', ['iot:AddThingToThingGroup', 'iot:ListPrincipalThings'], /"iot:(?!AddThingTo|ListPrincipalThings)|dynamodb|s3:/],
  ['JobsFirmwarePresignRole', ['s3:GetObject', 'Firmware'], /s3:(?!GetObject)|dynamodb|iot:/],
  ['HttpGetAlertsRole', ['dynamodb:GetItem', 'dynamodb:Query'], /iot:|:Put(?!LogEvents)|Update|secretsmanager/],
  ['AlarmWriter', [
    'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'iot:GetThingShadow', 'iot:UpdateThingShadow',
  ], /Delete|DescribeThing|iot:Publish|secretsmanager|s3:/],
  ['UploadWriter', [
    'dynamodb:GetItem', 'dynamodb:PutItem', 'iot:DescribeThing', 'iot:GetThingShadow', 'iot:UpdateThingShadow', 's3:GetObject',
    's3:PutObject', '/settings/*', '/results/*',
  ], /dynamodb:Delete|s3:Delete|iot:Publish|secretsmanager/],
  ['UploadFailed', ['dynamodb:GetItem', 's3:GetObject', 's3:PutObject'], /dynamodb:(Put|Update|Delete)|iot:|secretsmanager/],
  ['TemperatureRule', ['cloudwatch:PutMetricData', 'Keg/test'], /dynamodb|iot:|secretsmanager/],
  ['PeopleRule', ['sns:Publish'], /dynamodb|iot:|secretsmanager/],
  ['LedgerColdHandler', [
    'dynamodb:GetRecords', 'firehose:PutRecordBatch',
  ], /dynamodb:(Get(?!Records|ShardIterator)|Put|Update|Query|Delete)|iot:|secretsmanager/],
  ['TelemetryStreamHandler', [
    'dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:Query', 'kinesis:GetRecords', 'iot:Publish',
  ], /dynamodb:Delete|Shadow|secretsmanager/],
  ['TelemetryGivenUp', [
    'dynamodb:BatchWriteItem', 'dynamodb:PutItem', 's3:GetObject', 'iot:DescribeThing',
  ], /dynamodb:(Get|Query|Delete)|"iot:(?!DescribeThing)|s3:Put|secretsmanager/],
  ['PoursHandler', ['dynamodb:PutItem', 'dynamodb:UpdateItem'], /dynamodb:(Get|Query|Delete)|iot:|secretsmanager/],
])('grants %s what it needs and no more', (handler, actions, others) => {
  const policies = policiesOf(new RegExp(`^${handler}`))
  for (const action of actions) expect(policies).toContain(action)
  expect(policies).not.toMatch(others)
})

it('has what an account has one of in a stack that its stages share: audits, each week', () => {
  const account = Template.fromStack(app.node.findChild('Keg-Account') as Stack)
  account.hasResourceProperties('AWS::IoT::ScheduledAudit', { Frequency: 'WEEKLY', DayOfWeek: 'MON' })
  for (const type of ['ScheduledAudit', 'AccountAuditConfiguration'])
    expect(resources(`AWS::IoT::${type}`)).toEqual([])
})

it('has two cold tables in the database of the stage, with the columns that the rule selects and the ledger has', () => {
  const tables = Object.values(state.findResources('AWS::Glue::Table')).map(({ Properties: { DatabaseName, TableInput } }) => [
    DatabaseName, TableInput.Name, TableInput.StorageDescriptor.Columns.map(({ Name }: { Name: string }) => Name),
  ])
  expect(tables).toEqual([
    ['keg_test', 'telemetry', Object.keys(columnsOf('telemetry'))], ['keg_test', 'pours', Object.keys(columnsOf('pours'))],
  ])
  const selected = [...telemetryColdFlow.rule.sql.matchAll(/(?:AS )?(\w+)(?=,| FROM)/g)].map(([, name]) => name?.toLowerCase())
  expect(selected).toEqual(Object.keys(columnsOf('telemetry')))
  for (const output of ['ColdDatabase', 'ColdWorkGroup', 'ColdBucket']) expect(state.findOutputs(output)).not.toEqual({})
})

it('waits two weeks for a keg, writes no token into a log, and tries again what passes', () => {
  const [{ Properties } = { Properties: {} }] = Object.values(ingest.findResources('AWS::StepFunctions::StateMachine'))
  expect(Properties).toMatchObject({ StateMachineType: 'STANDARD', LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' } })
  const definition = Properties['DefinitionString']['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'x')).join('')
  const { States } = JSON.parse(definition)
  expect(States.OrderKeg).toMatchObject({
    TimeoutSeconds: 14 * 86_400,
    Resource: expect.stringMatching(/lambda:invoke\.waitForTaskToken$/),
    Parameters: { Payload: { 'token.$': '$$.Task.Token', 'swapId.$': '$$.Execution.Name' } },
  })
  expect(States.OrderKeg.Retry).toMatchObject([
    { ErrorEquals: ['AlreadyOrdered', 'DeliveryFailed'], MaxAttempts: 0 }, { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 10 },
  ])
  expect(States.OrderKeg.Catch.map(({ ErrorEquals, Next }: { ErrorEquals: string[]; Next: string }) => [ErrorEquals[0], Next])).toEqual([
    ['AlreadyOrdered', 'NothingToOrder'], ['DeliveryFailed', 'Failed'], ['States.Timeout', 'TimedOut'], ['States.ALL', 'NotOrdered'],
  ])
})

it('copies into the cold store what is put into the ledger as a pour, and nothing else', () => {
  ingest.hasResourceProperties('AWS::Lambda::EventSourceMapping', { FilterCriteria: {
    Filters: [{ Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { NewImage: { sk: { S: [{ prefix: 'pour#' }] } } } }) }],
  } })
})

it('lets the handlers of batches publish answers to gateways, and what comes in batches, each on its topic', () => {
  const topics = [...policiesOf(/^Batches/).matchAll(/:topic\/([^"]*)/g)].map(([, topic]) => topic)
  expect(new Set(topics)).toEqual(new Set(['keg/*/gateways/*/acks', 'keg/*/*/alerts', 'keg/*/*/replies/*', 'keg/*/*/reported']))
})

describe('a stage that is told of what others have made', () => {
  const context = {
    stage: 'test', searchEndpoint: 'https://search-keg-0123456789abcdef.eu-central-1.es.amazonaws.com',
    salesforceSecret: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:salesforce-AbCdEf', salesforceIdField: 'OurId__c',
    'aws:cdk:bundling-stacks': [],
  }
  const whole = kegApp({ outdir: join(outdir, 'whole'), context }, undefined, page)
  const template = Template.fromStack(whole.node.findChild('Keg-test-Ingest') as Stack)

  it('deploys every flow', () => {
    const rules = Object.values(template.findResources('AWS::IoT::TopicRule')).map(({ Properties }) => Properties.RuleName)
    expect(rules.sort()).toEqual(flows.map(({ name }) => `keg_test_${name}`).sort())
  })

  it('finds alerts there, and opens cases there under an id of ours', () => {
    template.hasResourceProperties('AWS::IoT::TopicRule', {
      RuleName: 'keg_test_alert_search',
      TopicRulePayload: { Actions: [{ OpenSearch: { Endpoint: context.searchEndpoint, Index: 'alerts' } }] },
    })
    const [, salesforce] = Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) => id.startsWith('AlertCaseRule'))
      ?? []
    expect(salesforce?.['Properties'].Environment.Variables).toMatchObject({
      SECRET_ARN: context.salesforceSecret, MAPPING: expect.stringContaining('"externalIdField":"OurId__c","externalIdFrom":"caseId"'),
    })
  })

  it('has no finding of cdk-nag that nobody has accepted', () => {
    const { violations } = new AwsSolutionsChecks(whole).validateScope(whole)
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources.map(({ constructPath }) => constructPath)]))
      .toEqual([])
  })

  it.each([
    ['searchEndpoint', 'https://vpc-keg.eu-central-1.es.amazonaws.com', /no endpoint of a domain of OpenSearch; write it as https:/],
    ['salesforceSecret', 'salesforce', /no whole ARN of a secret; write it as arn:/],
    ['salesforceIdField', 'Our Id', /no API name of a field; write it as KegCase__c/],
  ])('refuses a %s that is none: %s', (name, value, expected) => {
    expect(() => kegApp({ outdir: join(outdir, 'odd'), context: { [name]: value } }, undefined, page).synth()).toThrow(expected)
  })
})

it('tells people and the writer of an alarm of warm beer, whose end is five minutes without any', () => {
  const [alarm] = Object.values(writers.findResources('AWS::CloudWatch::Alarm'))
    .filter(({ Properties }) => Properties.MetricName === 'WarmCelsius')
    .map(({ Properties }) => Properties)
  expect(alarm).toMatchObject({
    Namespace: 'Keg/test', Statistic: 'Maximum', Threshold: 8, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 5,
    DatapointsToAlarm: 1, TreatMissingData: 'notBreaching',
  })
  expect(JSON.stringify(alarm.AlarmActions)).toMatch(/People.*AlarmWriter/)
  writers.hasResourceProperties('AWS::Lambda::Permission', { Principal: 'lambda.alarms.cloudwatch.amazonaws.com' })
})

it('takes files of settings from a bucket that nobody but this account sees, and lets alarms of this account tell people', () => {
  state.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true },
  })
  writers.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { source: ['aws.s3'], detail: { object: { key: [{ wildcard: 'settings/*.csv' }, { wildcard: 'settings/*.CSV' }] } } },
  })
  const policy = Object.entries(state.findResources('AWS::SNS::TopicPolicy')).find(([id]) => id.startsWith('People'))?.[1]
  expect(JSON.stringify(policy)).toMatch(/"StringEquals":\{"aws:SourceAccount".*cloudwatch\.amazonaws\.com/)
})

it('sends what a rule could not deliver to quarantine', () => {
  ingest.hasResourceProperties('AWS::IoT::TopicRule', { RuleName: 'keg_test_pours', TopicRulePayload: { ErrorAction: { Sqs: {} } } })
})

it('sends what any rule could not deliver to the quarantine of its own flow, whose handler knows the flow', () => {
  const rules = Object.values(ingest.findResources('AWS::IoT::TopicRule')).map(({ Properties: { RuleName, TopicRulePayload } }) => [
    RuleName.replace('keg_test_', ''), JSON.stringify(TopicRulePayload.ErrorAction),
  ])
  const functions = Object.entries(ingest.findResources('AWS::Lambda::Function')).map(([id, { Properties: { Environment } }]) =>
    [id, Environment?.Variables ?? {}] as const)
  for (const flow of deployed) {
    const { name } = queueOf(flow)
    expect(rules.find(([rule]) => rule === flow.name)?.[1]).toContain(`${capital(name)}Quarantine`)
    const [, variables] = functions.find(([id]) => id.startsWith(`${capital(name)}QuarantineHandler`)) ?? []
    expect(variables).toMatchObject({ RULE_PREFIX: 'keg_test_' })
    expect(variables?.FLOW).toBe(name === ruleReplays.name ? undefined : flow.name)
  }
})

it('lets the replays of flows that have a rule alone run those rules and no others', () => {
  const topics = [...policiesOf(/^ReplaysHandler/).matchAll(/:topic\/([^"]*)/g)].map(([, topic]) => topic)
  expect(topics).toEqual(deployed.filter((flow) => queueOf(flow) === ruleReplays).map(({ name }) => `$aws/rules/keg_test_${name}/*`))
})

it('reads telemetry in large batches, which are not halved, and is told of those that are given up', () => {
  ingest.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BatchSize: 1_000, MaximumBatchingWindowInSeconds: 1, BisectBatchOnFunctionError: false,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  })
  const [notified] = Object.values(ingest.findResources('Custom::S3BucketNotifications')).map(({ Properties }) =>
    JSON.stringify(Properties.NotificationConfiguration))
  expect(notified).toContain('TelemetryGivenUp')
})

it('keeps the ledger, and those who may sign in, when their stack goes', () => {
  const tables = Object.entries(state.findResources('AWS::DynamoDB::Table'))
    .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Delete')
    .map(([id]) => id)
  // Who is connected is told anew, and readings go after a week.
  expect(tables.sort()).toEqual([expect.stringMatching(/^Presence/), expect.stringMatching(/^Readings/)])
  state.allResources('AWS::Cognito::UserPool', { DeletionPolicy: 'Retain' })
  state.allResources('AWS::Cognito::UserPoolDomain', { DeletionPolicy: 'Retain' })
})

it('lets a gateway speak for its own site and in its own name alone, and touch no shadow', () => {
  const [, policy] = Object.entries(state.findResources('AWS::IoT::Policy')).find(([id]) => id.startsWith('GatewayPolicy')) ?? []
  const text = JSON.stringify(policy)
  expect(text).not.toContain('$aws/things')
  expect(text).toContain('topic/$aws/rules/keg_test_batch/${iot:Connection.Thing.Attributes[siteId]}/${iot:Connection.Thing.ThingName}')
  const topics = [...text.matchAll(/:topic(?:filter)?\/(keg\/[^"]*)/g)].map(([, topic = '']) => topic)
  expect(topics.length).toBeGreaterThan(0)
  for (const topic of topics) expect(topic).toMatch(/^keg\/\$\{iot:Connection\.Thing\.Attributes\[siteId\]\}\//)
})

describe('the dashboard', () => {
  const headers = JSON.stringify(dashboard.findResources('AWS::CloudFront::ResponseHeadersPolicy'))

  it('calls its own origin, and no other but those who sign people in', () => {
    const [, sources = ''] = /connect-src 'self' (.*?); base-uri/.exec(headers) ?? []
    expect(sources.match(/Fn::ImportValue|Ref|GetAtt/g)).not.toBeNull()
    expect(headers).toMatch(/amazoncognito\.com\//)
    expect(sources).not.toMatch(/iot\.|execute-api|wss:/)
    expect(headers).not.toContain('unsafe-eval')
    api.allResourcesProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() })
  })

  it('leads to the API and to AWS IoT, and is told where they are by its own origin', () => {
    const [distribution] = Object.values(dashboard.findResources('AWS::CloudFront::Distribution'))
    const { CacheBehaviors, CustomErrorResponses } = distribution?.['Properties'].DistributionConfig ?? {}
    expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual(['/api/*', '/mqtt'])
    expect(CustomErrorResponses).toBeUndefined()
    dashboard.hasOutput('DashboardUrl', {})
  })

  it('answers to a domain of its own, where people are then sent back to', () => {
    const context = {
      stage: 'test', domain: 'kegs.bar.example', certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b',
      'aws:cdk:bundling-stacks': [],
    }
    const named = kegApp({ outdir: join(outdir, 'named'), context }, undefined, page)
    const template = (name: string) => Template.fromStack(named.node.findChild(`Keg-test-${name}`) as Stack)
    template('State').hasParameter('PageOrigin', { Default: 'https://kegs.bar.example' })
    template('Dashboard').hasOutput('DashboardUrl', { Value: 'https://kegs.bar.example' })
    template('Dashboard').hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { Aliases: ['kegs.bar.example'], ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' } },
    })
  })

  it.each([
    [{ domain: 'bar' }, /domain: "bar" is no name of a domain[^]*domain, certificate: one is there without the other/],
    [{
      domain: 'bar.example', certificate: 'arn:aws:acm:eu-central-1:123456789012:certificate/0a1b',
    }, /certificate: .* is no ARN of a certificate in us-east-1/],
  ])('refuses %j', (context, message) => {
    const bad = kegApp({ outdir: join(outdir, 'bad-domain'), context: { ...context, 'aws:cdk:bundling-stacks': [] } }, undefined, page)
    expect(() => bad.synth()).toThrow(message)
  })

  it('is refused where the page is not built, with the fix', () => {
    const none = join(outdir, 'no-page')
    expect(() => kegApp({ outdir: none, context: { 'aws:cdk:bundling-stacks': [] } }, undefined, none).synth())
      .toThrow(/\[Keg-dev-Dashboard\/Page] folder: .*no-page has no index\.html; build the page first/)
  })
})

it('signs people in by code alone on the page, and has every handler of the API know whose tokens it takes', () => {
  state.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'], GenerateSecret: Match.absent(),
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'], CallbackURLs: [{ 'Fn::Join': ['', [{ Ref: 'PageOrigin' }, '/']] }],
  })
  state.hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
  })
  // Who has a token changes no address by which the account could be had.
  state.allResourcesProperties('AWS::Cognito::UserPoolClient', { WriteAttributes: ['locale'] })
  state.hasParameter('PageOrigin', { Default: Match.absent() })
  expect(JSON.stringify(state.toJSON()['Outputs'])).not.toContain('"Ref":"PageOrigin"')
  const handlers = Object.entries(api.findResources('AWS::Lambda::Function')).filter(([id]) => /^(?:Http|Live)/.test(id))
  expect(handlers).toHaveLength(routes.length + 1)
  for (const [, { Properties: { Environment } }] of handlers)
    expect(Object.keys(Environment.Variables)).toEqual(expect.arrayContaining(['TOKEN_ISSUER', 'TOKEN_CLIENTS']))
})

it('puts the ARN of a role of its own where a rule looks things up', () => {
  const rules = JSON.stringify(ingest.findResources('AWS::IoT::TopicRule'))
  expect(rules).not.toContain('000000000000')
  expect(rules).toContain('ReportedLookups')
})

it('has no finding of cdk-nag that nobody has accepted', () => {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app)
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources.map(({ constructPath }) => constructPath)]))
    .toEqual([])
})

describe('what cfn-lint says', () => {
  // To ask it for its version takes seconds.
  const found = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'cfn-lint')))
  // cfn-lint is a program of Python, which an install of this workspace does not bring.
  it.skipIf(!found)(`of the templates is nothing${found ? '' : ' (skipped: cfn-lint is not installed here)'}`, () => {
    app.synth()
    const templates = readdirSync(outdir).filter((name) => name.endsWith('.template.json')).map((name) => join(outdir, name))
    // W3005: CDK has a resource wait for what it refers to in words, too. W3045: so does it allow S3 to write logs of accesses.
    // W7001: and it writes a table of addresses for streams that write into a Redshift. W6001: an output tells the policies of a keg
    // together, of which one is another stack's.
    const { stdout, status } = spawnSync(
      'cfn-lint', ['--ignore-checks', 'W3005', 'W3045', 'W6001', 'W7001', '--regions', 'eu-central-1', '--', ...templates], { encoding: 'utf8' },
    )
    expect({ stdout, status, templates: templates.length }).toEqual({ stdout: '', status: 0, templates: 7 })
  }, 60_000)
})

describe('refuses at synthesis', () => {
  const [flow] = flows
  const [route] = routes
  const queue = { kind: 'queue', name: 'no-such-flow', quarantine: 'quarantine', publishes: [], grants: [] } as const
  const refusal = (stage: string, map: KegMap): string => {
    try {
      build(stage, map).synth()
      return ''
    } catch (error) {
      return String(error)
    }
  }

  it('a stage that AWS refuses, a flow and a route without a handler: all in one error, each with its place and the fix', () => {
    const message = refusal('my_stage', {
      flows: [{ ...flow, actions: [queue] }],
      routes: [{ ...route!, handler: 'no-such-route' }, { ...route!, path: '/other', grants: ['fly' as 'readStore'] }],
    })
    expect(message).toContain(
      'stage: "my_stage" can\'t be part of the names of rules and stacks; take 1 to 20 letters and digits, as --context stage=mystage',
    )
    expect(message)
      .toMatch(/\[Keg-mystage-Ingest\/NoSuchFlow\/Handler] entry: there is no file .*apps\/ingest\/src\/no-such-flow\.ts; write it/)
    expect(message).toMatch(/\[Keg-mystage-Api\/Http\/GetKegs] entry: there is no file .*handlers\/no-such-route\.ts; write it/)
    expect(message).toContain('routes[1].grants: there is no grant "fly"; the table has readStore,')
  })

  it('a name that is no context, and a topic that is none, without bundling anything', () => {
    const bad = kegApp({ outdir: join(outdir, 'bad'), context: { stge: 'prod', alarmTopic: 'alarms' } }, undefined, page)
    expect(() => bad.synth()).toThrow(
      /stge: there is no such context; there are stage, alarmTopic, searchEndpoint, salesforceSecret, domain, certificate, salesforceIdField\s+.*alarmTopic: "alarms" is no ARN of a topic/,
    )
    expect(readdirSync(join(outdir, 'bad')).filter((name) => name.startsWith('bundling'))).toEqual([])
  })
  it.each(['', 'a-b', 'a b', 'prod!', 'ä', 'x'.repeat(21)])('the stage %j', (stage) =>
    expect(refusal(stage, { flows: [], routes: [] })).toContain(`stage: ${JSON.stringify(stage)} can't`))
})
