import { invalidRequest } from '../errors/service-exception.ts'
import { action, LastingFailure } from './action.ts'
import { fields, isTemplate } from './templates.ts'

const FUNCTION_ARN = /^arn:aws:lambda:[^:]+:\d{12}:function:/

/**
 * Invokes a function asynchronously: what becomes of it the rule does not hear.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html
 */
export const lambdaAction = action('lambda', ({ functionArn }, setup) => {
  if (!isTemplate(functionArn) && !FUNCTION_ARN.test(functionArn)) throw invalidRequest(`Function ARN is not valid: ${functionArn}`)
  const rendered = fields({ resource: functionArn }, setup)
  return {
    resource: functionArn,
    remote: true,
    asynchronous: true,
    run: async (input, { deliver }) => {
      const { resource } = await rendered(input)
      if (!FUNCTION_ARN.test(resource))
        throw new LastingFailure(`functionArn came to ${JSON.stringify(resource)}, which is no function's ARN.`)
      await deliver('lambda', eventOf(input.payload), { ruleName: input.ruleName, topic: input.message.topic, resource })
    },
  }
})

/** The function's event. Anything but JSON is handed to no function. */
function eventOf(payload: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(payload))
  } catch {
    throw new LastingFailure('the output of the rule is no JSON, which is all that a Lambda function is invoked with')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
