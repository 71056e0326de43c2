import * as athena from '@aws-sdk/client-athena'
import * as cloudWatch from '@aws-sdk/client-cloudwatch'
import * as logs from '@aws-sdk/client-cloudwatch-logs'
import * as cognito from '@aws-sdk/client-cognito-identity-provider'
import * as events from '@aws-sdk/client-eventbridge'
import * as firehose from '@aws-sdk/client-firehose'
import * as glue from '@aws-sdk/client-glue'
import * as kinesis from '@aws-sdk/client-kinesis'
import * as lambda from '@aws-sdk/client-lambda'
import * as scheduler from '@aws-sdk/client-scheduler'
import * as secretsManager from '@aws-sdk/client-secrets-manager'
import * as stepFunctions from '@aws-sdk/client-sfn'
import * as sns from '@aws-sdk/client-sns'
import * as sqs from '@aws-sdk/client-sqs'
import * as ssm from '@aws-sdk/client-ssm'
import * as sts from '@aws-sdk/client-sts'

/** A service whose shapes and constraints are generated. */
export interface ModelledService {
  /** The SDK's client, which has the service's schemas. */
  readonly client: object
  /** Where botocore describes it: the folder in `botocore/data`. */
  readonly botocore: string
  /** Where AWS documents its operations: before `API_` and the operation's name. */
  readonly docs: string
  /** Operations that are here beside those in `operations/`: their bodies are nobody's shapes. Default: none. */
  readonly beside?: readonly string[]
  /** Members whose constraints AWS does not hold its clients to, each as `Structure.Member`. Default: none. */
  readonly notHeld?: readonly string[]
  /** Its protocol is REST. */
  readonly isRest?: true
  /** It speaks several protocols, which write times in ways of their own: times in its answers are `Date`s. */
  readonly hasDates?: true
  /** Its protocol is the query protocol: forms and XML. */
  readonly isQuery?: true
}

/** By the service's folder in `src/services`. */
export const modelledServices: Readonly<Record<string, ModelledService>> = {
  cloudwatch: { client: cloudWatch, botocore: 'cloudwatch/2010-08-01', docs: 'AmazonCloudWatch/latest/APIReference', hasDates: true },
  cognito: { client: cognito, botocore: 'cognito-idp/2016-04-18', docs: 'cognito-user-identity-pools/latest/APIReference' },
  events: { client: events, botocore: 'events/2015-10-07', docs: 'eventbridge/latest/APIReference' },
  glue: { client: glue, botocore: 'glue/2017-03-31', docs: 'glue/latest/webapi' },
  kinesis: { client: kinesis, botocore: 'kinesis/2013-12-02', docs: 'kinesis/latest/APIReference' },
  lambda: {
    client: lambda, botocore: 'lambda/2015-03-31', docs: 'lambda/latest/api', isRest: true, hasDates: true,
    beside: ['Invoke', 'InvokeWithResponseStream'],
  },
  logs: { client: logs, botocore: 'logs/2014-03-28', docs: 'AmazonCloudWatchLogs/latest/APIReference' },
  scheduler: { client: scheduler, botocore: 'scheduler/2021-06-30', docs: 'scheduler/latest/APIReference', isRest: true },
  'secrets-manager': { client: secretsManager, botocore: 'secretsmanager/2017-10-17', docs: 'secretsmanager/latest/apireference' },
  sns: { client: sns, botocore: 'sns/2010-03-31', docs: 'sns/latest/api', isQuery: true },
  sqs: {
    client: sqs, botocore: 'sqs/2012-11-05', docs: 'AWSSimpleQueueService/latest/APIReference',
    notHeld: ['ReceiveMessageRequest.AttributeNames'],
  },
  ssm: { client: ssm, botocore: 'ssm/2014-11-06', docs: 'systems-manager/latest/APIReference' },
  athena: { client: athena, botocore: 'athena/2017-05-18', docs: 'athena/latest/APIReference' },
  firehose: { client: firehose, botocore: 'firehose/2015-08-04', docs: 'firehose/latest/APIReference' },
  'step-functions': { client: stepFunctions, botocore: 'stepfunctions/2016-11-23', docs: 'step-functions/latest/apireference' },
  sts: { client: sts, botocore: 'sts/2011-06-15', docs: 'STS/latest/APIReference', isQuery: true },
}
