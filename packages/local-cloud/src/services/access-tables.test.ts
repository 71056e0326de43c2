import { expect, it } from 'vitest'
import { newTaskToken } from './step-functions/task-token.ts'
import { accessTableOf } from './access-tables.ts'

const naming = {
  arn: (service: string, resource: string) => `arn:aws:${service}:us-east-1:123456789012:${resource}`,
  secretArn: (id: string) => (id === 'salt' ? 'arn:aws:secretsmanager:us-east-1:123456789012:secret:salt-AbCdEf' : undefined),
}
const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/ledger'
const TableName = 'ledger'

async function ask(service: string, asked: { method?: string; url?: string; operation?: string; input?: Record<string, unknown> }) {
  const url = new URL(asked.url ?? '/', 'http://127.0.0.1')
  return (await accessTableOf(service))?.({
    service, method: asked.method ?? 'POST', path: url.pathname, query: url.searchParams, operation: asked.operation ?? '',
    input: asked.input ?? {},
  }, naming)
    ?.map(({ action, resource }) => `${action} ${resource}`)
}

it.each<[string, string, Record<string, unknown>, string[] | undefined]>([
  ['dynamodb', 'PutItem', { TableName }, [`dynamodb:PutItem ${table}`]],
  ['dynamodb', 'GetItem', { TableName: table }, [`dynamodb:GetItem ${table}`]],
  ['dynamodb', 'Query', { TableName, IndexName: 'byKind' }, [`dynamodb:Query ${table}/index/byKind`]],
  ['dynamodb', 'BatchGetItem', { RequestItems: { ledger: {}, other: {} } }, [
    `dynamodb:BatchGetItem ${table}`, `dynamodb:BatchGetItem ${table.replace('ledger', 'other')}`,
  ]],
  ['dynamodb', 'TransactWriteItems', {
    TransactItems: [{ Put: { TableName } }, { Update: { TableName } }, { Delete: { TableName } }, { ConditionCheck: { TableName } }],
  }, [
    `dynamodb:PutItem ${table}`, `dynamodb:UpdateItem ${table}`, `dynamodb:DeleteItem ${table}`, `dynamodb:ConditionCheckItem ${table}`,
  ]],
  ['dynamodb', 'TransactGetItems', { TransactItems: [{ Get: { TableName } }] }, [`dynamodb:GetItem ${table}`]],
  ['dynamodb', 'ListTables', {}, ['dynamodb:ListTables *']],
  ['dynamodb', 'DescribeStream', { StreamArn: `${table}/stream/2026` }, [`dynamodb:DescribeStream ${table}/stream/2026`]],
  ['dynamodb', 'GetRecords', { ShardIterator: `${table}/stream/2026|1|e30` }, [`dynamodb:GetRecords ${table}/stream/2026`]],
  ['kinesis', 'PutRecords', { StreamName: 's' }, ['kinesis:PutRecords arn:aws:kinesis:us-east-1:123456789012:stream/s']],
  ['kinesis', 'GetRecords', { ShardIterator: 'arn:s|1|e30' }, ['kinesis:GetRecords arn:s']],
  ['cognito-idp', 'AdminGetUser', { UserPoolId: 'us-east-1_a' }, [
    'cognito-idp:AdminGetUser arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a',
  ]],
  ['cognito-idp', 'ListUserPools', {}, ['cognito-idp:ListUserPools *']],
  ['cognito-idp', 'InitiateAuth', { ClientId: 'c' }, []],
  ['firehose', 'PutRecordBatch', { DeliveryStreamName: 'd' }, [
    'firehose:PutRecordBatch arn:aws:firehose:us-east-1:123456789012:deliverystream/d',
  ]],
  ['firehose', 'ListDeliveryStreams', {}, ['firehose:ListDeliveryStreams *']],
  ['glue', 'GetDatabase', { Name: 'Keg' }, [
    'glue:GetDatabase arn:aws:glue:us-east-1:123456789012:catalog', 'glue:GetDatabase arn:aws:glue:us-east-1:123456789012:database/keg',
  ]],
  ['glue', 'GetPartitions', { DatabaseName: 'keg', TableName: 't' }, [
    'glue:GetPartitions arn:aws:glue:us-east-1:123456789012:catalog', 'glue:GetPartitions arn:aws:glue:us-east-1:123456789012:database/keg',
    'glue:GetPartitions arn:aws:glue:us-east-1:123456789012:table/keg/t',
  ]],
  ['glue', 'GetTables', { DatabaseName: 'keg' }, [
    'glue:GetTables arn:aws:glue:us-east-1:123456789012:catalog', 'glue:GetTables arn:aws:glue:us-east-1:123456789012:database/keg',
    'glue:GetTables arn:aws:glue:us-east-1:123456789012:table/keg/*',
  ]],
  ['glue', 'StartJobRun', {}, undefined],
  ['athena', 'StartQueryExecution', { QueryString: 'SELECT 1' }, [
    'athena:StartQueryExecution arn:aws:athena:us-east-1:123456789012:workgroup/primary',
  ]],
  ['athena', 'GetQueryResults', { QueryExecutionId: 'q' }, undefined],
  ['events', 'PutEvents', {
    Entries: [{}, { EventBusName: 'bar' }, { EventBusName: 'arn:aws:events:us-east-1:123456789012:event-bus/bar' }],
  }, ['default', 'bar'].map((bus) => `events:PutEvents arn:aws:events:us-east-1:123456789012:event-bus/${bus}`)],
  ['events', 'PutRule', { Name: 'r' }, ['events:PutRule arn:aws:events:us-east-1:123456789012:rule/r']],
  ['events', 'PutTargets', { Rule: 'r', EventBusName: 'bar' }, ['events:PutTargets arn:aws:events:us-east-1:123456789012:rule/bar/r']],
  ['events', 'ListRules', {}, ['events:ListRules *']],
  ['events', 'DescribeEventBus', {}, ['events:DescribeEventBus arn:aws:events:us-east-1:123456789012:event-bus/default']],
  ['states', 'StartExecution', { stateMachineArn: 'arn:m' }, ['states:StartExecution arn:m']],
  ['states', 'StopExecution', { executionArn: 'arn:e' }, ['states:StopExecution arn:e']],
  ...['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat'].map((operation): [string, string, Record<string, unknown>, string[]] =>
    [
      'states', operation, { taskToken: newTaskToken('arn:aws:states:us-east-1:123456789012:execution:swap:e-1', 'id') },
      [`states:${operation} arn:aws:states:us-east-1:123456789012:stateMachine:swap`],
    ]),
  ['states', 'SendTaskSuccess', { taskToken: 'none' }, []],
  ['logs', 'CreateLogStream', { logGroupName: 'bar', logStreamName: 's' }, [
    'logs:CreateLogStream arn:aws:logs:us-east-1:123456789012:log-group:bar:log-stream:',
  ]],
  ['logs', 'PutLogEvents', { logGroupName: 'bar', logStreamName: 's' }, [
    'logs:PutLogEvents arn:aws:logs:us-east-1:123456789012:log-group:bar:log-stream:s',
  ]],
  ['logs', 'FilterLogEvents', { logGroupIdentifier: 'arn:aws:logs:us-east-1:123456789012:log-group:bar:*' }, [
    'logs:FilterLogEvents arn:aws:logs:us-east-1:123456789012:log-group:bar:*',
  ]],
  ['logs', 'DescribeLogGroups', {}, ['logs:DescribeLogGroups *']],
  ['logs', 'StartQuery', {}, undefined],
  ['monitoring', 'PutMetricData', { Namespace: 'Bar' }, ['cloudwatch:PutMetricData *']],
  ['monitoring', 'SetAlarmState', { AlarmName: 'warm' }, ['cloudwatch:SetAlarmState arn:aws:cloudwatch:us-east-1:123456789012:alarm:warm']],
  ['monitoring', 'DescribeAlarms', {}, ['cloudwatch:DescribeAlarms arn:aws:cloudwatch:us-east-1:123456789012:alarm:*']],
  ['monitoring', 'DeleteAlarms', { AlarmNames: ['a', 'b'] }, [
    'cloudwatch:DeleteAlarms arn:aws:cloudwatch:us-east-1:123456789012:alarm:a',
    'cloudwatch:DeleteAlarms arn:aws:cloudwatch:us-east-1:123456789012:alarm:b',
  ]],
  ['dynamodb', 'ExecuteStatement', {}, undefined],
  ['sqs', 'SendMessage', { QueueUrl: 'http://127.0.0.1:4566/123456789012/pours' }, [
    'sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:pours',
  ]],
  ['sqs', 'SendMessageBatch', { QueueUrl: 'http://127.0.0.1:4566/123456789012/pours' }, [
    'sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:pours',
  ]],
  ['sqs', 'GetQueueUrl', { QueueName: 'pours' }, ['sqs:GetQueueUrl arn:aws:sqs:us-east-1:123456789012:pours']],
  ['sqs', 'StartMessageMoveTask', { SourceArn: 'arn:d' }, ['sqs:StartMessageMoveTask arn:d']],
  ['sqs', 'CancelMessageMoveTask', { TaskHandle: 't' }, undefined],
  ['sqs', 'ListQueues', {}, ['sqs:ListQueues *']],
  ['sns', 'Publish', { TopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts' }, ['sns:Publish arn:aws:sns:us-east-1:123456789012:alerts']],
  ['sns', 'PublishBatch', { TopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts' }, [
    'sns:Publish arn:aws:sns:us-east-1:123456789012:alerts',
  ]],
  ['sns', 'Publish', { PhoneNumber: '+4930' }, ['sns:Publish *']],
  ['sns', 'ListTopics', {}, ['sns:ListTopics *']],
  ['ssm', 'GetParameter', { Name: '/bar/limit' }, ['ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/bar/limit']],
  ['ssm', 'GetParameters', { Names: ['a', 'b'] }, [
    'ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/a', 'ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/b',
  ]],
  ['ssm', 'GetParametersByPath', { Path: '/bar/' }, ['ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/bar/']],
  ['secretsmanager', 'GetSecretValue', { SecretId: 'salt' }, [
    'secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:salt-AbCdEf',
  ]],
  ['secretsmanager', 'GetSecretValue', { SecretId: 'pepper' }, undefined],
])('%s %s of %j', async (service, operation, input, expected) => {
  expect(await ask(service, { operation, input })).toEqual(expected)
})

it('a command takes a permission for itself and for whom it is for', async () => {
  const input = { commandArn: 'arn:command', targetArn: 'arn:thing' }
  expect(await ask('iot-jobs-data', { url: '/command-executions', input })).toEqual([
    'iot:StartCommandExecution arn:command', 'iot:StartCommandExecution arn:thing',
  ])
  // That is a list of executions.
  expect(await ask('iot', { url: '/command-executions', input: { commandArn: 'arn:command' } })).toBeUndefined()
})

it.each<[string, string, string, Record<string, unknown>, string[]]>([
  ['AttachPolicy', 'PUT', '/target-policies/quarantine', { target: 'arn:group' }, ['arn:group']],
  ['DetachPolicy', 'POST', '/target-policies/quarantine', { target: 'arn:group' }, ['arn:group']],
  ['SearchIndex', 'POST', '/indices/search', {}, ['arn:aws:iot:us-east-1:123456789012:index/AWS_Things']],
  ['GetStatistics', 'POST', '/indices/statistics', { indexName: 'AWS_ThingGroups' }, [
    'arn:aws:iot:us-east-1:123456789012:index/AWS_ThingGroups',
  ]],
  ['GetEffectivePolicies', 'POST', '/effective-policies?thingName=k-1', { principal: 'arn:aws:iot:us-east-1:1:cert/ab' }, [
    'arn:aws:iot:us-east-1:1:cert/ab',
  ]],
  ['GetEffectivePolicies', 'POST', '/effective-policies?thingName=k-1', {}, ['*']],
  ['AddThingToThingGroup', 'PUT', '/thing-groups/addThingToThingGroup', { thingName: 'k-1', thingGroupArn: 'arn:group' }, [
    'arn:aws:iot:us-east-1:123456789012:thing/k-1', 'arn:group',
  ]],
  ['RemoveThingFromThingGroup', 'PUT', '/thing-groups/removeThingFromThingGroup', { thingArn: 'arn:thing', thingGroupName: 'bars' }, [
    'arn:thing', 'arn:aws:iot:us-east-1:123456789012:thinggroup/bars',
  ]],
  ['AttachSecurityProfile', 'PUT', '/security-profiles/kegs/targets?securityProfileTargetArn=arn%3Aaws%3Aiot%3A%3A%3Athinggroup%2Fbars', {}, [
    'arn:aws:iot:us-east-1:123456789012:securityprofile/kegs', 'arn:aws:iot:::thinggroup/bars',
  ]],
  ['DetachSecurityProfile', 'DELETE', '/security-profiles/kegs/targets?securityProfileTargetArn=arn%3Aaws%3Aiot%3A%3A%3Aall%2Fthings', {}, [
    'arn:aws:iot:us-east-1:123456789012:securityprofile/kegs',
  ]],
  ['StartDetectMitigationActionsTask', 'PUT', '/detect/mitigationactions/tasks/t-1', { target: { securityProfileName: 'kegs' } }, [
    'arn:aws:iot:us-east-1:123456789012:securityprofile/kegs',
  ]],
  ['StartDetectMitigationActionsTask', 'PUT', '/detect/mitigationactions/tasks/t-1', { target: { violationIds: ['v'] } }, ['*']],
])('iot:%s takes permissions for what its members name', async (action, method, url, input, resources) => {
  expect(await ask('iot', { method, url, input })).toEqual(resources.map((resource) => `iot:${action} ${resource}`))
})

it.each<[string, string, string, string[] | undefined]>([
  ['lambda', 'POST', '/2015-03-31/functions/f/invocations', ['lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:f']],
  ['lambda', 'POST', '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Af%3Alive/invocations', [
    'lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:f:live',
  ]],
  ['lambda', 'POST', '/2015-03-31/functions/f/invocations?Qualifier=live', [
    'lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:f:live',
  ]],
  ['lambda', 'GET', '/2015-03-31/functions/f', ['lambda:GetFunction arn:aws:lambda:us-east-1:123456789012:function:f']],
  ['lambda', 'GET', '/2015-03-31/functions/f/configuration?Qualifier=live', [
    'lambda:GetFunctionConfiguration arn:aws:lambda:us-east-1:123456789012:function:f:live',
  ]],
  ['lambda', 'GET', '/2021-10-31/functions/f/url', ['lambda:GetFunctionUrlConfig arn:aws:lambda:us-east-1:123456789012:function:f']],
  ['lambda', 'GET', '/2015-03-31/functions/', ['lambda:ListFunctions *']],
  ['lambda', 'GET', '/2015-03-31/event-source-mappings/?FunctionName=f', ['lambda:ListEventSourceMappings *']],
  ['lambda', 'GET', '/2015-03-31/event-source-mappings/u-1', [
    'lambda:GetEventSourceMapping arn:aws:lambda:us-east-1:123456789012:event-source-mapping:u-1',
  ]],
  ['lambda', 'DELETE', '/2015-03-31/functions/f', undefined],
  ['monitoring', 'POST', '/service/GraniteServiceVersion20100801/operation/PutMetricData', ['cloudwatch:PutMetricData *']],
  ['iot', 'GET', '/things/k-1', ['iot:DescribeThing arn:aws:iot:us-east-1:123456789012:thing/k-1']],
  ['iot', 'GET', '/things', ['iot:ListThings *']],
  ['iot', 'GET', '/endpoint?endpointType=iot%3AData-ATS', ['iot:DescribeEndpoint *']],
  ['iot', 'PUT', '/things/k-1/principals', undefined],
  ['iot', 'GET', '/things/k-1/principals?maxResults=50', ['iot:ListThingPrincipals *']],
  ['iot', 'DELETE', '/things/k-1/principals', ['iot:DetachThingPrincipal *']],
  ['iot', 'GET', '/principals/things', ['iot:ListPrincipalThings *']],
  ['iot', 'PUT', '/certificates/c-1?newStatus=INACTIVE', ['iot:UpdateCertificate arn:aws:iot:us-east-1:123456789012:cert/c-1']],
  ['iot', 'GET', '/jobs?status=IN_PROGRESS', ['iot:ListJobs *']],
  ['iot', 'GET', '/jobs/j-1', ['iot:DescribeJob arn:aws:iot:us-east-1:123456789012:job/j-1']],
  ['iot', 'PUT', '/jobs/j-1/cancel?force=true', ['iot:CancelJob arn:aws:iot:us-east-1:123456789012:job/j-1']],
  ['iot', 'GET', '/thing-groups?maxResults=9', ['iot:ListThingGroups *']],
  ['iot', 'GET', '/job-templates/t-1', ['iot:DescribeJobTemplate arn:aws:iot:us-east-1:123456789012:jobtemplate/t-1']],
  ['iot', 'PATCH', '/commands/reboot', ['iot:UpdateCommand arn:aws:iot:us-east-1:123456789012:command/reboot']],
  ['iot', 'GET', '/things/k-1/jobs?status=QUEUED', ['iot:ListJobExecutionsForThing arn:aws:iot:us-east-1:123456789012:thing/k-1']],
  ['iot', 'PATCH', '/security-profiles/kegs', ['iot:UpdateSecurityProfile arn:aws:iot:us-east-1:123456789012:securityprofile/kegs']],
  ['iot', 'DELETE', '/audit/scheduledaudits/weekly', ['iot:DeleteScheduledAudit arn:aws:iot:us-east-1:123456789012:scheduledaudit/weekly']],
  ['iot', 'POST', '/indexing/config', ['iot:UpdateIndexingConfiguration *']],
  ['iot', 'POST', '/audit/tasks', ['iot:StartOnDemandAuditTask *']],
  ['iot', 'GET', '/thing-groups/bars/things', ['iot:ListThingsInThingGroup arn:aws:iot:us-east-1:123456789012:thinggroup/bars']],
  ['iot-jobs-data', 'GET', '/things/k-1/jobs', ['iotjobsdata:GetPendingJobExecutions arn:aws:iot:us-east-1:123456789012:thing/k-1']],
  ['iot-jobs-data', 'GET', '/things/k-1/jobs/rotate-1', ['iotjobsdata:DescribeJobExecution arn:aws:iot:us-east-1:123456789012:thing/k-1']],
  ['iot-jobs-data', 'PUT', '/things/k-1/jobs/$next', [
    'iotjobsdata:StartNextPendingJobExecution arn:aws:iot:us-east-1:123456789012:thing/k-1',
  ]],
  ['iot-jobs-data', 'POST', '/things/k-1/jobs/rotate-1', ['iotjobsdata:UpdateJobExecution arn:aws:iot:us-east-1:123456789012:thing/k-1']],
  ['iotdata', 'DELETE', '/connections/k-1?preventWillMessage=true', [
    'iot:DeleteConnection arn:aws:iot:us-east-1:123456789012:client/k-1',
  ]],
  ['iotdata', 'GET', '/things/k-1/shadow', ['iot:GetThingShadow arn:aws:iot:us-east-1:123456789012:thing/k-1']],
  ['iotdata', 'POST', '/things/k-1/shadow?name=valve', ['iot:UpdateThingShadow arn:aws:iot:us-east-1:123456789012:thing/k-1/valve']],
  ['iotdata', 'POST', '/topics/keg%2Fk-1%2Fcommands?qos=1', ['iot:Publish arn:aws:iot:us-east-1:123456789012:topic/keg/k-1/commands']],
  ['iotdevicegateway', 'POST', '/topics/keg/k-1?retain=true', [
    'iot:Publish arn:aws:iot:us-east-1:123456789012:topic/keg/k-1', 'iot:RetainPublish arn:aws:iot:us-east-1:123456789012:topic/keg/k-1',
  ]],
  ['scheduler', 'POST', '/schedules/s', ['scheduler:CreateSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/default/s']],
  ['scheduler', 'DELETE', '/schedules/s?groupName=g', ['scheduler:DeleteSchedule arn:aws:scheduler:us-east-1:123456789012:schedule/g/s']],
  ['scheduler', 'GET', '/schedules', ['scheduler:ListSchedules *']],
  ['scheduler', 'GET', '/schedule-groups/g', ['scheduler:GetScheduleGroup arn:aws:scheduler:us-east-1:123456789012:schedule-group/g']],
  ['s3', 'GET', '/bar/in/a%20b.json', ['s3:GetObject arn:aws:s3:::bar/in/a b.json']],
  ['s3', 'HEAD', '/bar/a', ['s3:GetObject arn:aws:s3:::bar/a']],
  ['s3', 'PUT', '/bar/a?x-id=PutObject', ['s3:PutObject arn:aws:s3:::bar/a']],
  ['s3', 'POST', '/bar/a?uploads', ['s3:PutObject arn:aws:s3:::bar/a']],
  ['s3', 'DELETE', '/bar/a', ['s3:DeleteObject arn:aws:s3:::bar/a']],
  ['s3', 'DELETE', '/bar/a?uploadId=1', ['s3:AbortMultipartUpload arn:aws:s3:::bar/a']],
  ['s3', 'GET', '/bar/?list-type=2', ['s3:ListBucket arn:aws:s3:::bar']],
  ['s3', 'GET', '/', ['s3:ListAllMyBuckets *']],
  ['s3', 'POST', '/bar?delete', undefined],
  ['iotdata', 'GET', '/retainedMessage', ['iot:ListRetainedMessages *']],
])('%s %s %s', async (service, method, url, expected) => {
  expect(await ask(service, { method, url })).toEqual(expected)
})
