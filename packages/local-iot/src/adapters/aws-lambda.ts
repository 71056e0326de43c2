import type { AwsCaller, CallAws } from '../actions/aws-call.ts'

interface Invocation {
  readonly functionArn: string
  readonly event: unknown
  /** Nobody waits for the function. */
  readonly isEvent: boolean
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
interface InvokeOutput {
  readonly FunctionError?: string
  readonly Payload?: Uint8Array
}

/** Invokes functions of AWS Lambda. */
export const awsLambda = (callAws: CallAws, caller: AwsCaller = {}) => async ({ functionArn, event, isEvent }: Invocation) => {
  const Payload = new TextEncoder().encode(JSON.stringify(event))
  const input = { FunctionName: functionArn, InvocationType: isEvent ? 'Event' : 'RequestResponse', Payload }
  // The operation's output, by AWS's API.
  const output = (await callAws({ service: 'lambda', operation: 'Invoke', input }, caller)) as InvokeOutput
  const answer = new TextDecoder().decode(output.Payload ?? new Uint8Array())
  if (output.FunctionError !== undefined) throw new Error(`${functionArn} failed: ${answer}`)
  return answer === '' ? undefined : JSON.parse(answer) as unknown
}
