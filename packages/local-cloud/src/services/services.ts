import type { FileAsset } from '../assembly/read-assembly.ts'
import type { Cognito } from './cognito/cognito.ts'
import type { CustomResources } from './cloudformation/custom-resources.ts'
import type { CloudWatch } from './cloudwatch/cloudwatch.ts'
import type { Expressions } from './expressions/expressions.ts'
import type { Athena } from './athena/athena.ts'
import type { Deliver } from '../ground/ports.ts'
import type { DynamoDb } from './dynamodb/dynamodb.ts'
import type { Firehose } from './firehose/firehose.ts'
import type { GlueCatalog } from './glue/glue-catalog.ts'
import type { HttpApis } from './http-api/http-apis.ts'
import type { Delivery } from './iam/delivery.ts'
import type { Identities } from './iam/identities.ts'
import type { RoleUse } from './iam/role-use.ts'
import type { Iot } from './iot/iot.ts'
import type { EventBus } from './events/event-bus.ts'
import type { Scheduler } from './scheduler/scheduler.ts'
import type { Schedules } from './events/schedules.ts'
import type { Kinesis } from './kinesis/kinesis.ts'
import type { SendRecord } from '../ground/ports.ts'
import type { EventSources } from './lambda/event-sources.ts'
import type { Invoker } from './lambda/invokers.ts'
import type { Lambda } from './lambda/lambda.ts'
import type { Layers } from './lambda/layers.ts'
import type { Logs } from './logs/logs.ts'
import type { PasswordOptions } from './secrets-manager/generated-password.ts'
import type { S3 } from './s3/s3.ts'
import type { Secrets } from './secrets-manager/secrets.ts'
import type { Sns } from './sns/sns.ts'
import type { Shelves } from '../ground/shelf.ts'
import type { Parameters } from './ssm/parameters.ts'
import type { Sqs } from './sqs/sqs.ts'
import type { StepFunctions } from './step-functions/step-functions.ts'

/** What resources are made of: one entry per emulated service. */
export interface Services {
  /** Starts the engine where nothing has needed it yet. */
  readonly dynamodb: () => Promise<DynamoDb>
  /** Starts the engine where nothing has needed it yet. */
  readonly sqs: () => Promise<Sqs>
  /** Starts the engine where nothing has needed it yet. */
  readonly sns: () => Promise<Sns>
  /** Starts the engine where nothing has needed it yet. */
  readonly s3: () => Promise<S3>
  readonly cognito: Cognito
  readonly deliver: Deliver
  readonly customResources: CustomResources
  readonly cloudWatch: CloudWatch
  readonly kinesis: Kinesis
  readonly athena: Athena
  readonly firehose: Firehose
  readonly expressions: Expressions
  readonly glue: GlueCatalog
  readonly lambda: Lambda
  readonly layers: Layers
  /** Tells destinations of what became of an event or a batch. */
  readonly sendRecord: SendRecord
  readonly logs: Logs
  readonly eventSources: EventSources
  readonly eventBus: EventBus
  readonly scheduler: Scheduler
  readonly schedules: Schedules
  /** Where services keep what must outlive a restart. */
  readonly shelves: Shelves
  /** This machine's clock. */
  readonly nowMs: () => number
  readonly httpApis: HttpApis
  readonly secrets: Secrets
  readonly parameters: Parameters
  readonly identities: Identities
  readonly stepFunctions: StepFunctions
  readonly iot: Iot
  /** Services that invoke functions: checked for their permission once every resource is created. */
  readonly invokers: Invoker[]
  /** What services send to queues and topics: checked for the policies of those once every resource is created. */
  readonly deliveries: Delivery[]
  /** What services do by roles of the assembly: checked for the roles' permissions once every resource is created. */
  readonly roleUses: RoleUse[]
  /** Tells, in the log, of a resource that is there by its name alone. */
  readonly tellNotEmulated: (constructPath: string, message: string) => void
  readonly generatePassword: (options: PasswordOptions) => string
  /** Puts a function's code into a folder of its own, and answers the folder. */
  readonly unpackCode: (functionName: string, code: FileAsset | { readonly inline: string }) => Promise<string>
  /** Puts layers, one over the other, into a folder of a function's own, and answers the folder. */
  readonly unpackLayers: (layers: readonly FileAsset[]) => Promise<string>
}
