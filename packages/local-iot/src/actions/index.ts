import type { Action } from '../model/model.generated.ts'
import { invalidRequest } from '../errors/service-exception.ts'
import type { ActionKind, ActionName, ActionSetup, PreparedAction } from './action.ts'
import { cloudwatchAlarmAction } from './cloudwatch-alarm.ts'
import { cloudwatchLogsAction } from './cloudwatch-logs.ts'
import { cloudwatchMetricAction } from './cloudwatch-metric.ts'
import { dynamoDBAction } from './dynamo-db.ts'
import { dynamoDBv2Action } from './dynamo-db-v2.ts'
import { firehoseAction } from './firehose.ts'
import { httpAction } from './http.ts'
import { influxDBAction } from './influx-db.ts'
import { kinesisAction } from './kinesis.ts'
import { lambdaAction } from './lambda.ts'
import { notEmulated } from './not-emulated.ts'
import { republishAction } from './republish.ts'
import { s3Action } from './s3.ts'
import { salesforceAction } from './salesforce.ts'
import { elasticsearchAction, openSearchAction } from './search-domain.ts'
import { snsAction } from './sns.ts'
import { sqsAction } from './sqs.ts'
import { stepFunctionsAction } from './step-functions.ts'

/** Every kind of action, by its name in the service model. */
const actions: { readonly [Name in ActionName]-?: ActionKind<Name> } = {
  cloudwatchAlarm: cloudwatchAlarmAction,
  cloudwatchLogs: cloudwatchLogsAction,
  cloudwatchMetric: cloudwatchMetricAction,
  dynamoDB: dynamoDBAction,
  dynamoDBv2: dynamoDBv2Action,
  elasticsearch: elasticsearchAction,
  firehose: firehoseAction,
  http: httpAction,
  influxDB: influxDBAction,
  iotAnalytics: notEmulated('iotAnalytics', 'channelName'),
  iotEvents: notEmulated('iotEvents', 'inputName'),
  iotSiteWise: notEmulated('iotSiteWise'),
  kafka: notEmulated('kafka', 'destinationArn'),
  kinesis: kinesisAction,
  lambda: lambdaAction,
  location: notEmulated('location', 'trackerName'),
  openSearch: openSearchAction,
  republish: republishAction,
  s3: s3Action,
  salesforce: salesforceAction,
  sns: snsAction,
  sqs: sqsAction,
  stepFunctions: stepFunctionsAction,
  timestream: notEmulated('timestream', 'tableName'),
}

/** Makes an action ready. Throws ServiceException for a bad configuration. */
export function prepareAction(config: Action, setup: ActionSetup): PreparedAction {
  // The keys of an Action are the service model's names of its kinds.
  const names = (Object.keys(config) as ActionName[]).filter((name) => config[name] !== undefined)
  const [name] = names
  if (name === undefined || names.length > 1) throw invalidRequest('An action has exactly one kind')
  if (!Object.hasOwn(actions, name)) throw invalidRequest(`There is no rule action ${name}`)
  // `kind` was looked up by `name`, which TypeScript does not follow across the union.
  const kind = actions[name] as unknown as ActionKind
  return { name, ...kind.prepare(config[name] as never, setup) }
}
