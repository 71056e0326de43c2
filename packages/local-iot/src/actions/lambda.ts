import { invalidRequest } from '../operations/service-exception.ts'
import { action, delivery } from './action.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html */
export const lambdaAction = action('lambda', ({ functionArn }) => {
  if (!/^arn:aws:lambda:[^:]+:\d{12}:function:/.test(functionArn)) throw invalidRequest(`Function ARN is not valid: ${functionArn}`)
  return delivery('lambda', functionArn, ({ payload }) => eventOf(payload))
})

/** The function's event: the JSON value, or base64 text where the rule put out bytes that are none. */
function eventOf(payload: Uint8Array): unknown {
  const bytes = Buffer.from(payload)
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return bytes.toString('base64')
  }
}
