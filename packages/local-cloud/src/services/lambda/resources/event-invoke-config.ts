import { matching, number, object, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import type { LambdaContext } from './lambda-context.ts'
import { lambda } from '../name.ts'

const destination = (services: string, expected: string) =>
  object({ Destination: required(matching(new RegExp(`^arn:aws:(?:${services}):`), expected)) })
/**
 * What a function's role has to allow for a destination.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const actions: Readonly<Record<string, string>> = {
  sqs: 'sqs:SendMessage', sns: 'sns:Publish', lambda: 'lambda:InvokeFunction', events: 'events:PutEvents', s3: 's3:PutObject',
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html */
export const lambdaEventInvokeConfig = resource('AWS::Lambda::EventInvokeConfig', {
  uses: { lambda },
  properties: {
    FunctionName: required(text),
    Qualifier: required(text),
    MaximumRetryAttempts: number,
    MaximumEventAgeInSeconds: number,
    DestinationConfig: object({
      OnSuccess: destination('sqs|sns|lambda|events', 'the ARN of a queue, a topic, a function or an event bus'),
      OnFailure: destination('sqs|sns|lambda|events|s3', 'the ARN of a queue, a topic, a function, an event bus or a bucket'),
    }),
  },
  create({ FunctionName, Qualifier, MaximumRetryAttempts, MaximumEventAgeInSeconds: ageSec, DestinationConfig }, context) {
    const named = Qualifier === '$LATEST' ? FunctionName : `${FunctionName}:${Qualifier}`
    const [onSuccess, onFailure] = [DestinationConfig?.OnSuccess?.Destination, DestinationConfig?.OnFailure?.Destination]
    context.services.lambda.setInvokeConfig(named, {
      retriesMax: MaximumRetryAttempts, ageMaxMs: ageSec === undefined ? undefined : ageSec * 1000, onSuccess, onFailure,
    })
    for (const each of [onSuccess, onFailure]) if (each !== undefined) usesRole(named, each, context)
    return { ref: context.physicalName() }
  },
  remove({ properties: { FunctionName, Qualifier } }, { services: { lambda } }) {
    const named = Qualifier === '$LATEST' ? FunctionName : `${FunctionName}:${Qualifier}`
    if (lambda.has(named)) lambda.setInvokeConfig(named, {})
  },
})

/** A destination is reached by the function's own role. */
export function usesRole(functionName: string, destinationArn: string, { services, needs }: LambdaContext): void {
  const service = destinationArn.split(':')[2] ?? ''
  const action = actions[service]
  const { roleArn } = services.lambda.definition(functionName)
  const access = action === undefined ? undefined : { action, resource: service === 's3' ? `${destinationArn}/*` : destinationArn }
  if (access !== undefined) needs.usesRole({ roleArn, access })
}
