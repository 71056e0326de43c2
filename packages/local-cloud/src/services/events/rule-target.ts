import { type Input, numberOf, recordsOf, textOf } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import { TARGET_ARN, type RuleTarget } from './event-rule.ts'
import { invalid, member } from './request.ts'

const members = new Set(['Id', 'Arn', 'RoleArn', 'Input', 'InputPath', 'InputTransformer', 'SqsParameters', 'KinesisParameters', 'DeadLetterConfig', 'RetryPolicy'])

/** The targets of a call. Throws `ServiceException` for what is no target here. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
export function ruleTargets({ Targets }: Input): RuleTarget[] {
  const given = recordsOf(Targets)
  if (given.length === 0) throw invalid('1 validation error detected: Value at \'targets\' failed to satisfy constraint: Member must have length greater than or equal to 1')
  return given.map(ruleTarget)
}

function ruleTarget(input: Input): RuleTarget {
  const [Id, Arn] = [member(input, 'Id', /^[.\-_A-Za-z0-9]{1,64}$/), member(input, 'Arn')]
  if (!TARGET_ARN.test(Arn)) throw invalid(`Parameter ${Arn} is not valid. Reason: functions, queues, topics, state machines, data streams, log groups and event buses are targets here.`)
  const other = Object.keys(input).find((name) => !members.has(name))
  if (other !== undefined) throw invalid(`${other} of target ${Id} is not emulated.`)
  if (['Input', 'InputPath', 'InputTransformer'].filter((name) => input[name] !== undefined).length > 1) throw invalid(`Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`)
  const part = (name: string): Input => (isRecord(input[name]) ? input[name] : {})
  const given = (name: string, value: object) => (input[name] === undefined ? {} : { [name]: value })
  return {
    Id, Arn, RoleArn: textOf(input['RoleArn']), Input: textOf(input['Input']), InputPath: textOf(input['InputPath']),
    ...given('InputTransformer', { InputPathsMap: isRecord(part('InputTransformer')['InputPathsMap']) ? part('InputTransformer')['InputPathsMap'] : undefined, InputTemplate: textOf(part('InputTransformer')['InputTemplate']) ?? '' }),
    ...given('SqsParameters', { MessageGroupId: textOf(part('SqsParameters')['MessageGroupId']) }),
    ...given('KinesisParameters', { PartitionKeyPath: textOf(part('KinesisParameters')['PartitionKeyPath']) }),
    ...given('DeadLetterConfig', { Arn: textOf(part('DeadLetterConfig')['Arn']) }),
    ...given('RetryPolicy', { MaximumRetryAttempts: numberOf(part('RetryPolicy')['MaximumRetryAttempts']), MaximumEventAgeInSeconds: numberOf(part('RetryPolicy')['MaximumEventAgeInSeconds']) }),
  }
}
