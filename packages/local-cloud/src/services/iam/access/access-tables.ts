import type { AccessTable } from './asked.ts'
import { athenaAccess } from './athena.ts'
import { cloudWatchAccess } from './cloudwatch.ts'
import { cognitoAccess } from './cognito.ts'
import { dynamoDbAccess } from './dynamodb.ts'
import { eventsAccess } from './events.ts'
import { firehoseAccess } from './firehose.ts'
import { glueAccess } from './glue.ts'
import { iotAccess, iotDataAccess } from './iot.ts'
import { kinesisAccess } from './kinesis.ts'
import { lambdaAccess } from './lambda.ts'
import { logsAccess } from './logs.ts'
import { s3Access } from './s3.ts'
import { schedulerAccess } from './scheduler.ts'
import { secretsManagerAccess } from './secrets-manager.ts'
import { snsAccess } from './sns.ts'
import { sqsAccess } from './sqs.ts'
import { ssmAccess } from './ssm.ts'
import { statesAccess } from './states.ts'

/** By signing name. The device gateway's data plane signs as either of two. */
export const accessTables: Readonly<Record<string, AccessTable>> = {
  athena: athenaAccess,
  'cognito-idp': cognitoAccess,
  dynamodb: dynamoDbAccess,
  events: eventsAccess,
  firehose: firehoseAccess,
  glue: glueAccess,
  iot: iotAccess,
  iotdata: iotDataAccess,
  iotdevicegateway: iotDataAccess,
  kinesis: kinesisAccess,
  lambda: lambdaAccess,
  logs: logsAccess,
  monitoring: cloudWatchAccess,
  s3: s3Access,
  scheduler: schedulerAccess,
  secretsmanager: secretsManagerAccess,
  sns: snsAccess,
  sqs: sqsAccess,
  ssm: ssmAccess,
  states: statesAccess,
}
