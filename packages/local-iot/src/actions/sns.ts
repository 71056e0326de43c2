import { invalidRequest } from '../errors/service-exception.ts'
import { action, delivery } from './action.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/sns-rule-action.html */
export const snsAction = action('sns', ({ roleArn, targetArn, messageFormat = 'RAW' }, setup) => {
  if (!/^arn:[^:]+:sns:/.test(targetArn) && !targetArn.startsWith('${')) throw invalidRequest(`SNS target ARN is not valid: ${targetArn}`)
  if (targetArn.endsWith('.fifo')) throw invalidRequest('The SNS action does not support FIFO topics')
  const rendered = fields({ arn: targetArn }, setup)
  return delivery('sns', { resource: targetArn, roleArn }, async (input) => {
    const { arn } = await rendered(input)
    return {
      ...(arn.includes(':endpoint/') ? { TargetArn: arn } : { TopicArn: arn }),
      Message: Buffer.from(input.payload).toString(),
      ...(messageFormat === 'JSON' ? { MessageStructure: 'json' as const } : {}),
    }
  })
})
