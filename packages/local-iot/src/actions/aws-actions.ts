import type { AwsServiceName } from './aws-service-name.ts'
import type { CallAws, AwsCaller } from './aws-call.ts'
import type { ActionRequests, FirehoseRequest, LogsRequest } from './requests.ts'

/** Calls an operation of the action's own service. */
type CallOperation = (operation: string, input: object) => Promise<unknown>

/** What an action asks its service for. */
interface AwsAction<Request> {
  readonly service: AwsServiceName
  readonly send: (request: Request, call: CallOperation) => Promise<unknown>
}

const one = <Request extends object>(service: AwsServiceName, operation: string): AwsAction<Request> =>
  ({ service, send: (request, call) => call(operation, request) })

/** The actions that are calls of an AWS service. */
const awsActions = {
  sqs: one<ActionRequests['sqs']>('sqs', 'SendMessage'),
  sns: one<ActionRequests['sns']>('sns', 'Publish'),
  kinesis: one<ActionRequests['kinesis']>('kinesis', 'PutRecord'),
  firehose: { service: 'firehose', send: putRecords },
  s3: one<ActionRequests['s3']>('s3', 'PutObject'),
  dynamoDB: {
    service: 'dynamodb',
    send(request: ActionRequests['dynamoDB'], call) {
      if ('Item' in request) return call('PutItem', request)
      return call('UpdateExpression' in request ? 'UpdateItem' : 'DeleteItem', request)
    },
  },
  dynamoDBv2: one<ActionRequests['dynamoDBv2']>('dynamodb', 'PutItem'),
  cloudwatchMetric: one<ActionRequests['cloudwatchMetric']>('cloudwatch', 'PutMetricData'),
  cloudwatchAlarm: one<ActionRequests['cloudwatchAlarm']>('cloudwatch', 'SetAlarmState'),
  cloudwatchLogs: { service: 'logs', send: putLogEvents },
  stepFunctions: one<ActionRequests['stepFunctions']>('stepfunctions', 'StartExecution'),
} satisfies { readonly [Kind in keyof ActionRequests]?: AwsAction<ActionRequests[Kind]> }

type AwsKind = keyof typeof awsActions
export const isAwsKind = (kind: string): kind is AwsKind => Object.hasOwn(awsActions, kind)
/** The service that takes the requests of a kind. */
export const serviceOf = (kind: AwsKind): AwsServiceName => awsActions[kind].service

/** Has the request of an action of this kind done by calls of its service. */
export async function sendToAws<Kind extends AwsKind>(
  callAws: CallAws, kind: Kind, request: ActionRequests[Kind], caller: AwsCaller,
): Promise<unknown> {
  // The action of `kind` takes the requests of `kind`.
  const { service, send } = awsActions[kind] as AwsAction<ActionRequests[Kind]>
  return send(request, (operation, input) => callAws({ service, operation, input: { ...input } }, caller))
}

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
interface PutRecordBatchOutput {
  readonly FailedPutCount?: number
  readonly RequestResponses?: readonly { readonly ErrorMessage?: string }[]
}

async function putRecords(request: FirehoseRequest, call: CallOperation): Promise<void> {
  if ('Record' in request) return void (await call('PutRecord', request))
  // The operation's output, by AWS's API.
  const { FailedPutCount = 0, RequestResponses = [] } = (await call('PutRecordBatch', request)) as PutRecordBatchOutput
  const reason = RequestResponses.find(({ ErrorMessage }) => ErrorMessage !== undefined)?.ErrorMessage ?? 'no reason given'
  if (FailedPutCount > 0) throw new Error(`Firehose did not take ${FailedPutCount} of ${request.Records.length} records: ${reason}`)
}

async function putLogEvents(request: LogsRequest, call: CallOperation): Promise<void> {
  const { logGroupName, logStreamName } = request
  try {
    await call('PutLogEvents', request)
  } catch (error) {
    if (!isNamed(error, 'ResourceNotFoundException')) throw error
    // Another message may have made it first.
    await call('CreateLogStream', { logGroupName, logStreamName }).catch((refusal: unknown) => {
      if (!isNamed(refusal, 'ResourceAlreadyExistsException')) throw refusal
    })
    await call('PutLogEvents', request)
  }
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
