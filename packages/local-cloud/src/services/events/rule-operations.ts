import { type Input, textOf, textsOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import type { EventBus } from './event-bus.ts'
import { DEFAULT_BUS, type EventRule } from './event-rule.ts'
import { invalid, member, page } from './request.ts'
import { ruleTargets } from './rule-target.ts'

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const RULE_NAME = /^[.\-_A-Za-z0-9]{1,64}$/
const STATES = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS']

/** Rules and their targets. */
export function ruleOperations(eventBus: EventBus): Operations {
  const { rules } = eventBus
  const busName = ({ EventBusName }: Input) => rules.bus(textOf(EventBusName) ?? DEFAULT_BUS).name
  const named = (input: Input, member_ = 'Name') => rules.rule(busName(input), member(input, member_))
  const setState = (input: Input, state: string) => {
    eventBus.putRule({ ...named(input), state })
    return {}
  }
  return {
    PutRule: (input) => ({ RuleArn: eventBus.putRule(settings(input)).arn }),
    DescribeRule: (input) => described(named(input)),
    EnableRule: (input) => setState(input, 'ENABLED'),
    DisableRule: (input) => setState(input, 'DISABLED'),
    DeleteRule: async (input) => {
      const name = member(input, 'Name')
      // One that is not there is deleted already.
      if (!rules.has(busName(input), name)) return {}
      const rule = named(input)
      if (rule.targets.length > 0) throw invalid('Rule can\'t be deleted since it has targets.')
      await eventBus.deleteRule(rule)
      return {}
    },
    ListRules: (input) => {
      const found = rules.rules(busName(input)).filter(({ name }) => name.startsWith(textOf(input['NamePrefix']) ?? ''))
      const { items, NextToken } = page(found, input)
      return { Rules: items.map(described), NextToken }
    },
    ListRuleNamesByTarget: (input) => {
      const arn = member(input, 'TargetArn')
      const { items, NextToken } = page(rules.rules(busName(input)).filter(({ targets }) => targets.some(({ Arn }) => Arn === arn)), input)
      return { RuleNames: items.map(({ name }) => name), NextToken }
    },
    PutTargets: (input) => {
      const rule = named(input, 'Rule')
      const targets = ruleTargets(input)
      rules.setTargets(rule, [...rule.targets.filter(({ Id }) => !targets.some((target) => target.Id === Id)), ...targets])
      return { FailedEntryCount: 0, FailedEntries: [] }
    },
    RemoveTargets: (input) => {
      const rule = named(input, 'Rule')
      const ids = textsOf(input['Ids'])
      rules.setTargets(rule, rule.targets.filter(({ Id }) => !ids.includes(Id)))
      const unknown = ids.filter((id) => !rule.targets.some(({ Id }) => Id === id))
      const FailedEntries = unknown.map((TargetId) => ({ TargetId, ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Rule ${rule.name} does not have target ${TargetId}.` }))
      return { FailedEntryCount: FailedEntries.length, FailedEntries }
    },
    ListTargetsByRule: (input) => {
      const { items, NextToken } = page(named(input, 'Rule').targets, input)
      return { Targets: items, NextToken }
    },
  }
}

function settings(input: Input) {
  const state = textOf(input['State'])
  if (state !== undefined && !STATES.includes(state)) throw invalid(`1 validation error detected: Value '${state}' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [${STATES.join(', ')}]`)
  return {
    name: member(input, 'Name', RULE_NAME), busName: textOf(input['EventBusName']), state,
    eventPattern: textOf(input['EventPattern']), scheduleExpression: textOf(input['ScheduleExpression']),
    description: textOf(input['Description']), roleArn: textOf(input['RoleArn']),
  }
}

function described({ name, arn, busName, eventPattern, scheduleExpression, state, description, roleArn }: EventRule): object {
  return { Name: name, Arn: arn, EventBusName: busName, EventPattern: eventPattern, ScheduleExpression: scheduleExpression, State: state, Description: description, RoleArn: roleArn }
}
