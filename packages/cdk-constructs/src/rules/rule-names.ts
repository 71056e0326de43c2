import { Stack, Token } from 'aws-cdk-lib'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { RULE_NAME } from './limits.ts'

/** What is wrong with a rule's name: that it is none, or that another rule of the same account and region has it. */
export function nameProblems(rule: CfnTopicRule, name: string | undefined): readonly string[] {
  if (name === undefined || Token.isUnresolved(name)) return []
  if (!RULE_NAME.test(name)) return [`topicRuleName: ${JSON.stringify(name)} is no name of a rule: letters, digits and "_", 128 at most`]
  const others = rule.node.root.node.findAll().filter((one) =>
    one instanceof CfnTopicRule && one !== rule && one.ruleName === name && isBeside(rule, one))
  return others.map(({ node }) => `topicRuleName: ${JSON.stringify(name)} is the name of ${node.scope?.node.path ?? node.path}, too, and an account has it once in a region; give another, or none`)
}

/** Of one stack, or of two that are known to be for one account and region. */
function isBeside(one: CfnTopicRule, other: CfnTopicRule): boolean {
  const [a, b] = [Stack.of(one), Stack.of(other)]
  return a === b || (!Token.isUnresolved(a.account) && !Token.isUnresolved(a.region) && a.account === b.account && a.region === b.region)
}
