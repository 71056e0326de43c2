import * as athena from '@aws-sdk/client-athena'
import * as firehose from '@aws-sdk/client-firehose'
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
  /** Members whose constraints AWS does not hold its clients to, each as `Structure.Member`. */
  readonly notHeld?: readonly string[]
  /** Its protocol is REST. */
  readonly isRest?: true
  /** Its protocol is the query protocol: forms and XML. */
  readonly isQuery?: true
}

/** By the service's folder in `src/services`. */
export const modelledServices: Readonly<Record<string, ModelledService>> = {
  sns: { client: sns, botocore: 'sns/2010-03-31', docs: 'sns/latest/api', isQuery: true },
  sqs: { client: sqs, botocore: 'sqs/2012-11-05', docs: 'AWSSimpleQueueService/latest/APIReference', notHeld: ['ReceiveMessageRequest.AttributeNames'] },
  ssm: { client: ssm, botocore: 'ssm/2014-11-06', docs: 'systems-manager/latest/APIReference' },
  athena: { client: athena, botocore: 'athena/2017-05-18', docs: 'athena/latest/APIReference' },
  firehose: { client: firehose, botocore: 'firehose/2015-08-04', docs: 'firehose/latest/APIReference' },
  'step-functions': { client: stepFunctions, botocore: 'stepfunctions/2016-11-23', docs: 'step-functions/latest/apireference' },
  sts: { client: sts, botocore: 'sts/2011-06-15', docs: 'STS/latest/APIReference', isQuery: true },
}
