import { TARGET_ARN } from './event-rule.ts'
import type { Target } from './model.generated.ts'
import { invalid } from './refusal.ts'

const members: ReadonlySet<string> = new Set([
  'Id', 'Arn', 'RoleArn', 'Input', 'InputPath', 'InputTransformer', 'SqsParameters', 'KinesisParameters', 'DeadLetterConfig', 'RetryPolicy',
])

/**
 * Throws `ServiceException` for what is no target here.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html
 */
export function checkTarget(target: Target): void {
  const { Id, Arn, Input, InputPath, InputTransformer } = target
  if (!TARGET_ARN.test(Arn)) {
    throw invalid(`Parameter ${Arn} is not valid. Reason: functions, queues, topics, state machines, data streams, log groups and event buses are targets here.`)
  }
  const other = Object.keys(target).find((name) => !members.has(name))
  if (other !== undefined) throw invalid(`${other} of target ${Id} is not emulated.`)
  if ([Input, InputPath, InputTransformer].filter((given) => given !== undefined).length > 1) {
    throw invalid(`Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`)
  }
}
