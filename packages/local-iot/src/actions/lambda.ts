import { invalidRequest } from '../operations/service-exception.ts'
import { action, LastingFailure } from './action.ts'
import { fields, isTemplate } from './templates.ts'

const FUNCTION_ARN = /^arn:aws:lambda:[^:]+:\d{12}:function:/

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html */
export const lambdaAction = action('lambda', ({ functionArn }, setup) => {
  if (!isTemplate(functionArn) && !FUNCTION_ARN.test(functionArn)) throw invalidRequest(`Function ARN is not valid: ${functionArn}`)
  const rendered = fields({ resource: functionArn }, setup)
  return {
    resource: functionArn,
    remote: true,
    run: async (input, { deliver }) => {
      const { resource } = await rendered(input)
      if (!FUNCTION_ARN.test(resource)) throw new LastingFailure(`functionArn came to ${JSON.stringify(resource)}, which is no function's ARN.`)
      await deliver('lambda', eventOf(input.payload), { ruleName: input.ruleName, topic: input.message.topic, resource })
    },
  }
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
