import type { EventRule } from '../event-rule.ts'
import type { Rule } from '../model.generated.ts'
import { invalid } from '../refusal.ts'
import { namedBus, namedRule } from './named-rule.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const putRule =
  operation('PutRule', ({ Name, EventBusName, EventPattern, ScheduleExpression, State, Description, RoleArn }, eventBus) => {
    const { arn } = eventBus.putRule({
      name: Name, busName: EventBusName, state: State, eventPattern: EventPattern, scheduleExpression: ScheduleExpression,
      description: Description, roleArn: RoleArn,
    })
    return { RuleArn: arn }
  })

export const describeRule = operation('DescribeRule', (input, { rules }) => described(namedRule(input.Name, input, rules)))

export const enableRule = operation('EnableRule', (input, eventBus) => {
  eventBus.putRule({ ...namedRule(input.Name, input, eventBus.rules), state: 'ENABLED' })
})

export const disableRule = operation('DisableRule', (input, eventBus) => {
  eventBus.putRule({ ...namedRule(input.Name, input, eventBus.rules), state: 'DISABLED' })
})

export const deleteRule = operation('DeleteRule', async (input, eventBus) => {
  const { rules } = eventBus
  // One that is not there is deleted already.
  if (!rules.has(namedBus(input, rules), input.Name)) return
  const rule = namedRule(input.Name, input, rules)
  if (rule.targets.length > 0) throw invalid('Rule can\'t be deleted since it has targets.')
  await eventBus.deleteRule(rule)
})

export const listRules = operation('ListRules', (input, { rules }) => {
  const { NamePrefix = '' } = input
  const { items, NextToken } = page(rules.rules(namedBus(input, rules)).filter(({ name }) => name.startsWith(NamePrefix)), input)
  return { Rules: items.map(described), NextToken }
})

export const listRuleNamesByTarget = operation('ListRuleNamesByTarget', (input, { rules }) => {
  const found = rules.rules(namedBus(input, rules)).filter(({ targets }) => targets.some(({ Arn }) => Arn === input.TargetArn))
  const { items, NextToken } = page(found, input)
  return { RuleNames: items.map(({ name }) => name), NextToken }
})

function described({ name, arn, busName, eventPattern, scheduleExpression, state, description, roleArn }: EventRule): Rule {
  return {
    Name: name, Arn: arn, EventBusName: busName, EventPattern: eventPattern, ScheduleExpression: scheduleExpression, State: state,
    Description: description, RoleArn: roleArn,
  }
}
