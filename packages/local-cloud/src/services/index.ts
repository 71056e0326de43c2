import type { Service } from '../ground/service.ts'
import type { Shelves } from '../ground/shelf.ts'

/** A service before it is loaded. */
export interface ServiceEntry {
  /** The names that requests to it are signed for. Default: its own. */
  readonly signedAs?: readonly string[]
  /** How the CloudFormation types that are its own begin. */
  readonly types: readonly string[]
  /**
   * The shelves with what it goes on with by itself, or others look for in it: with something there a run starts with it. Default: none.
   */
  readonly keeps?: readonly string[]
  readonly load: () => Promise<{ readonly service: Service }>
}

/** Every service, a line each, in the order in which they stop: what gives to others stands before those, and what it gave is delivered. */
export const services = {
  sns: { types: ['AWS::SNS'], keeps: ['sns-subscriptions'], load: () => import('./sns/service.ts') },
  iot: {
    signedAs: ['iot', 'iotdata', 'iotdevicegateway', 'iot-jobs-data'],
    types: [
      'AWS::IoT', 'Custom::KegIoTDataEndpoint', 'Custom::KegIoTEventConfigurations', 'Custom::KegIoTFleetIndex',
      'Custom::KegIoTThingGroupPolicy',
    ],
    load: () => import('./iot/service.ts'),
  },
  athena: { types: ['AWS::Athena'], load: () => import('./athena/service.ts') },
  firehose: { types: ['AWS::KinesisFirehose'], keeps: ['firehose/streams'], load: () => import('./firehose/service.ts') },
  kinesis: { types: ['AWS::Kinesis'], load: () => import('./kinesis/service.ts') },
  scheduler: { types: ['AWS::Scheduler'], keeps: ['schedules'], load: () => import('./scheduler/service.ts') },
  events: { types: ['AWS::Events'], keeps: ['event-rules'], load: () => import('./events/service.ts') },
  'step-functions': {
    signedAs: ['states'], types: ['AWS::StepFunctions'], keeps: ['executions'], load: () => import('./step-functions/service.ts'),
  },
  lambda: { types: ['AWS::Lambda'], keeps: ['asynchronous-invocations'], load: () => import('./lambda/service.ts') },
  logs: { types: ['AWS::Logs', 'Custom::LogRetention'], load: () => import('./logs/service.ts') },
  cloudwatch: {
    signedAs: ['monitoring'], types: ['AWS::CloudWatch'], keeps: ['cloudwatch-alarms'], load: () => import('./cloudwatch/service.ts'),
  },
  cloudfront: { signedAs: [], types: ['AWS::CloudFront'], load: () => import('./cloudfront/service.ts') },
  cloudformation: { signedAs: [], types: ['AWS::CDK', 'AWS::CloudFormation'], load: () => import('./cloudformation/service.ts') },
  cognito: {
    signedAs: ['cognito-idp'], types: ['AWS::Cognito', 'Custom::DescribeCognitoUserPoolClient'], load: () => import('./cognito/service.ts'),
  },
  duckdb: { signedAs: [], types: [], load: () => import('./duckdb/service.ts') },
  dynamodb: { types: ['AWS::DynamoDB'], load: () => import('./dynamodb/service.ts') },
  expressions: { signedAs: [], types: [], load: () => import('./expressions/service.ts') },
  glue: { types: ['AWS::Glue'], load: () => import('./glue/service.ts') },
  'http-api': { signedAs: [], types: ['AWS::ApiGatewayV2', 'AWS::Lambda::Url'], load: () => import('./http-api/service.ts') },
  iam: { types: ['AWS::IAM'], load: () => import('./iam/service.ts') },
  location: { signedAs: [], types: ['AWS::Location'], load: () => import('./location/service.ts') },
  'queues-topics-buckets': { signedAs: [], types: [], load: () => import('./queues-topics-buckets/service.ts') },
  s3: { types: ['AWS::S3', 'Custom::CDKBucketDeployment', 'Custom::S3AutoDeleteObjects', 'Custom::S3BucketNotifications'], load: () => import('./s3/service.ts') },
  'secrets-manager': {
    signedAs: ['secretsmanager'], types: ['AWS::SecretsManager'], keeps: ['secrets'], load: () => import('./secrets-manager/service.ts'),
  },
  sqs: { types: ['AWS::SQS'], load: () => import('./sqs/service.ts') },
  ssm: { types: ['AWS::SSM'], keeps: ['parameters'], load: () => import('./ssm/service.ts') },
  sts: { types: [], load: () => import('./sts/service.ts') },
} as const satisfies Readonly<Record<string, ServiceEntry>>

const entries = new Map<string, ServiceEntry>(Object.entries(services))

/** Services in the order in which they stop. */
export const stopOrder: readonly string[] = [...entries.keys()]

/** Those that a run starts with for what its shelves hold, the last to stop first. */
export function keepers(shelves: Shelves): readonly string[] {
  return [...entries].filter(([, { keeps = [] }]) => keeps.some((shelf) => shelves.shelf(shelf).size > 0)).map(([name]) => name).reverse()
}

/** Loads a service by its name. Throws for one that there is not. */
export async function loadService(name: string): Promise<Service> {
  const entry = entries.get(name)
  if (entry === undefined) throw new TypeError(`There is no service ${name}.`)
  return (await entry.load()).service
}

/** The name of each service by the names that requests to it are signed for. */
export const bySigningName: ReadonlyMap<string, string> = new Map(
  [...entries].flatMap(([name, { signedAs = [name] }]) => signedAs.map((signing) => [signing, name] as const)),
)
