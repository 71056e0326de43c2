import { LastingFailure, type ActionName, type ActionPorts, type Deliver, type RequestOrigin } from '../actions/action.ts'
import { isAwsKind, sendToAws, serviceOf } from '../actions/aws-actions.ts'
import type { CallAws } from '../actions/aws-call.ts'
import type { ActionFunctions, ActionOrigin, DeliveredKind, HttpRequest } from '../actions/requests.ts'
import type { LocalIotOptions } from '../core/local-iot.ts'
import type { AwsServiceName } from '../actions/aws-service-name.ts'
import type { AwsEndpoint } from './aws-client.ts'
import { awsLambda } from './aws-lambda.ts'
import { failureOf } from './failure-class.ts'
import { signRequest } from './sign-request.ts'

export interface DeliveryOptions {
  readonly functions: ActionFunctions
  readonly aws: AwsEndpoint | undefined
  /** Absent where no AWS service is there. */
  readonly callAws: CallAws | undefined
  /** Whether `callAws` reaches the service. */
  readonly hasService: (service: AwsServiceName) => boolean
  readonly invokeFunction: LocalIotOptions['invokeFunction']
  readonly invokeFunctionAsync: LocalIotOptions['invokeFunctionAsync']
  readonly sendHttp: (request: HttpRequest) => Promise<void>
  readonly nowMs: () => number
}

/** Hands each request to the function for its kind, else to the service that AWS would ask; and says which kinds have neither. */
export function createDelivery(options: DeliveryOptions): Required<Pick<ActionPorts, 'deliver' | 'unavailable'>> {
  const { functions, aws, callAws, sendHttp, nowMs } = options
  const unavailable = (kind: ActionName) => whyUnavailable(kind, options)
  const send = async (kind: DeliveredKind, request: unknown, origin: RequestOrigin) => {
    const why = unavailable(kind)
    if (why !== undefined) throw new LastingFailure(why)
    const { roleArn, ruleName } = origin
    if (kind === 'lambda') return invokeEvent(request, origin, options)
    // The request is the one of its kind, here and below; TypeScript does not follow a union of kinds.
    if (isAwsKind(kind) && callAws !== undefined) return sendToAws(callAws, kind, request as never, { roleArn, ruleName })
    return sendHttp(signed(request as HttpRequest, aws, nowMs()))
  }
  const deliver: Deliver = async (kind, request, origin) => {
    const handedIn = functions[kind]
    const { ruleName, topic, resource } = origin
    try {
      return await (handedIn === undefined ? send(kind, request, origin) : handedIn(request, { ruleName, topic, resource }))
    } catch (error) {
      throw failureOf(error)
    }
  }
  return { deliver, unavailable }
}

function whyUnavailable(
  kind: ActionName, { functions, hasService, invokeFunction, invokeFunctionAsync }: DeliveryOptions,
): string | undefined {
  if (kind === 'republish' || isHttpKind(kind) || functions[kind] !== undefined) return undefined
  const service = SERVICES[kind]
  const hand = `a function \`actions.${kind}\``
  if (kind === 'lambda') {
    if ((invokeFunction ?? invokeFunctionAsync) !== undefined || hasService('lambda')) return undefined
    const given = `give createLocalIot \`invokeFunction\`, an \`aws\` endpoint or ${hand}`
    return `there is no ${service} here; ${given}, or keg local \`--endpoint lambda=URL\``
  }
  if (!isAwsKind(kind)) {
    return `${service} is not emulated by Keg (KNOWN-GAPS.md of @keg/local-iot); give createLocalIot ${hand} to take its requests`
  }
  if (hasService(serviceOf(kind))) return undefined
  const given = `give createLocalIot an \`aws\` endpoint or ${hand}`
  return `there is no ${service} here; ${given}, or keg local \`--endpoint ${serviceOf(kind)}=URL\``
}

/** Lambda with retries of its own where it is there: what it does not take is refused for good. */
async function invokeEvent(
  event: unknown, origin: ActionOrigin, { callAws, invokeFunction, invokeFunctionAsync }: DeliveryOptions,
): Promise<unknown> {
  const functionArn = origin.resource
  if (invokeFunctionAsync === undefined) {
    if (invokeFunction !== undefined) return invokeFunction(functionArn, event)
    return callAws && awsLambda(callAws, { ruleName: origin.ruleName })({ functionArn, event, isEvent: true })
  }
  try {
    return await invokeFunctionAsync(origin.resource, event, origin)
  } catch (error) {
    throw new LastingFailure(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** What the actions write to, for people. */
const SERVICES: Readonly<Record<Exclude<ActionName, 'republish' | HttpKind>, string>> = {
  lambda: 'AWS Lambda', sqs: 'Amazon SQS', sns: 'Amazon SNS', kinesis: 'Amazon Kinesis', firehose: 'Amazon Data Firehose', s3: 'Amazon S3',
  dynamoDB: 'Amazon DynamoDB', dynamoDBv2: 'Amazon DynamoDB', cloudwatchMetric: 'Amazon CloudWatch', cloudwatchAlarm: 'Amazon CloudWatch',
  cloudwatchLogs: 'Amazon CloudWatch Logs', stepFunctions: 'AWS Step Functions', kafka: 'Apache Kafka', timestream: 'Amazon Timestream',
  influxDB: 'Amazon Timestream for InfluxDB', location: 'Amazon Location Service', iotSiteWise: 'AWS IoT SiteWise',
  iotEvents: 'AWS IoT Events', iotAnalytics: 'AWS IoT Analytics',
}

const HTTP_KINDS = ['http', 'openSearch', 'elasticsearch', 'salesforce'] as const
type HttpKind = (typeof HTTP_KINDS)[number]
const isHttpKind = (kind: string): kind is HttpKind => (HTTP_KINDS as readonly string[]).includes(kind)

function signed(request: HttpRequest, aws: AwsEndpoint | undefined, nowMs: number): HttpRequest {
  if (request.sigv4 === undefined) return request
  if (aws === undefined) throw new LastingFailure('no `aws` credentials were given to createLocalIot, so the request can not be signed')
  return signRequest(request, request.sigv4, aws.credentials, nowMs)
}
