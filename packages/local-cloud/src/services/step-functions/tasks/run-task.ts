import { ownMember } from '../../../ground/own-member.ts'
import type { DynamoDb } from '../../dynamodb/dynamodb.ts'
import type { Lambda } from '../../lambda/lambda.ts'
import type { Sns } from '../../sns/sns.ts'
import type { Sqs } from '../../sqs/sqs.ts'
import type { StepFunctions } from '../step-functions.ts'
import { TOKEN_PATTERN } from '../definition.ts'
import { callDynamoDb, dynamoDbTasks } from './dynamodb-task.ts'
import { invokeFunction, lambdaInvoke } from './lambda-task.ts'
import { sendMessage, snsPublish } from './messaging-task.ts'
import { startExecution } from './states-task.ts'

/** What a task's resource does with its input. */
export type TaskRunner = (input: Readonly<Record<string, unknown>>, services: TaskServices) => Promise<unknown>
/** The services that tasks use; engines start when a task first needs them. */
export interface TaskServices {
  readonly lambda: Lambda
  readonly stepFunctions: StepFunctions
  readonly dynamodb: () => Promise<DynamoDb>
  readonly sqs: () => Promise<Sqs>
  readonly sns: () => Promise<Sns>
}

const SERVICE = 'arn:aws:states:::'

const runners: Readonly<Record<string, TaskRunner>> = {
  'lambda:invoke': lambdaInvoke,
  'sqs:sendMessage': sendMessage,
  'sns:publish': snsPublish,
  'states:startExecution': (input, services) => startExecution(input, services, 'start'),
  'states:startExecution.sync': (input, services) => startExecution(input, services, 'text'),
  'states:startExecution.sync:2': (input, services) => startExecution(input, services, 'json'),
  ...Object.fromEntries(
    dynamoDbTasks.flatMap((task) => ['dynamodb', 'aws-sdk:dynamodb'].map((service) => [`${service}:${task}`, callDynamoDb(task)] as const)),
  ),
}

/**
 * Those of AWS's that take a token; DynamoDB's own integration does not, the one by the SDK does.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const withToken = new Set([
  'lambda:invoke', 'sqs:sendMessage', 'sns:publish', 'states:startExecution', ...dynamoDbTasks.map((task) => `aws-sdk:dynamodb:${task}`),
])

/** Whether a task's resource is one that is emulated. */
export function isTaskResource(resource: string): boolean {
  if (resource.endsWith(TOKEN_PATTERN)) return withToken.has(integration(resource))
  return /^arn:aws:lambda:.*:function:/.test(resource) || ownMember(runners, integration(resource)) !== undefined
}

/** Does a task. Throws `StateError`, by the name that the service's integration gives it. */
export async function runTask(resource: string, input: unknown, services: TaskServices): Promise<unknown> {
  const runner = ownMember(runners, integration(resource))
  if (runner === undefined) return invokeFunction(resource, input, services)
  // Service integrations take an object of parameters.
  return runner(input as Readonly<Record<string, unknown>>, services)
}

/** The name of a service's integration, as `sqs:sendMessage`. */
function integration(resource: string): string {
  return resource.replace(SERVICE, '').replace(/\.waitForTaskToken$/, '')
}
