import { isRecord, ServiceException } from '@keg/aws-service'
import { StateError } from '../state-error.ts'
import type { TaskServices } from './run-task.ts'

/**
 * Invokes a function that is the resource itself: its payload is the result.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
export async function invokeFunction(functionArn: string, input: unknown, { lambda }: TaskServices): Promise<unknown> {
  try {
    const { payload, functionError } = await lambda.invoke(functionArn, JSON.stringify(input))
    const answer: unknown = JSON.parse(payload)
    if (functionError === undefined) return answer
    throw new StateError(isRecord(answer) ? String(answer['errorType'] ?? 'Lambda.Unknown') : 'Lambda.Unknown', payload)
  } catch (error) {
    throw error instanceof ServiceException ? new StateError(`Lambda.${error.name}`, error.message) : error
  }
}

/** `lambda:invoke`: the payload comes inside of what `Invoke` answers. */
export async function lambdaInvoke(
  { FunctionName, Payload = {}, InvocationType, Qualifier }: Readonly<Record<string, unknown>>, services: TaskServices,
): Promise<unknown> {
  const name = `${String(FunctionName)}${Qualifier === undefined ? '' : `:${String(Qualifier)}`}`
  if (InvocationType !== 'Event')
    return { ExecutedVersion: '$LATEST', Payload: await invokeFunction(name, Payload, services), StatusCode: 200 }
  services.lambda.invokeAsync(name, JSON.stringify(Payload))
  return { ExecutedVersion: '$LATEST', Payload: null, StatusCode: 202 }
}
