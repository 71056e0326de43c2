import { service, type AwsClients } from './aws-client.ts'

const lambda = service('lambda', '@aws-sdk/client-lambda', () => import('@aws-sdk/client-lambda'), ({ LambdaClient, InvokeCommand }, config) => {
  const client = new LambdaClient(config)
  return async ({ functionArn, event, isEvent }: Invocation): Promise<unknown> => {
    const { FunctionError, Payload = new Uint8Array() } = await client.send(new InvokeCommand({
      FunctionName: functionArn, InvocationType: isEvent ? 'Event' : 'RequestResponse', Payload: new TextEncoder().encode(JSON.stringify(event)),
    }))
    const answer = new TextDecoder().decode(Payload)
    if (FunctionError !== undefined) throw new Error(`${functionArn} failed: ${answer}`)
    return answer === '' ? undefined : JSON.parse(answer)
  }
})

interface Invocation {
  readonly functionArn: string
  readonly event: unknown
  /** Nobody waits for the function. */
  readonly isEvent: boolean
}

/** Invokes functions behind the endpoint for Lambda. */
export const awsLambda = (clients: AwsClients) => async (invocation: Invocation): Promise<unknown> => (await clients.open(lambda))(invocation)
