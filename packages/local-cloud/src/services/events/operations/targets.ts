import { checkTarget } from '../check-target.ts'
import { namedRule } from './named-rule.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const putTargets = operation('PutTargets', (input, { rules }) => {
  const { Targets } = input
  const rule = namedRule(input.Rule, input, rules)
  for (const target of Targets) checkTarget(target)
  rules.setTargets(rule, [...rule.targets.filter(({ Id }) => !Targets.some((target) => target.Id === Id)), ...Targets])
  return { FailedEntryCount: 0, FailedEntries: [] }
})

export const removeTargets = operation('RemoveTargets', (input, { rules }) => {
  const { Ids } = input
  const rule = namedRule(input.Rule, input, rules)
  rules.setTargets(rule, rule.targets.filter(({ Id }) => !Ids.includes(Id)))
  const unknown = Ids.filter((id) => !rule.targets.some(({ Id }) => Id === id))
  const FailedEntries = unknown.map((TargetId) => ({
    TargetId, ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Rule ${rule.name} does not have target ${TargetId}.`,
  }))
  return { FailedEntryCount: FailedEntries.length, FailedEntries }
})

export const listTargetsByRule = operation('ListTargetsByRule', (input, { rules }) => {
  const { items, NextToken } = page(namedRule(input.Rule, input, rules).targets, input)
  return { Targets: items, NextToken }
})
