import { isRecord } from '@keg/aws-service'
import { ruleAccess } from '../rule-access.ts'
import { memberNames } from '../member-names.ts'
import { flag, json, list, object, required, text } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicrule.html */
export const iotTopicRule = resource('AWS::IoT::TopicRule', {
  uses: { iot },
  properties: {
    RuleName: text,
    TopicRulePayload: required(object({
      Sql: required(text),
      // Which actions there are, and what they take, is for AWS IoT to say.
      Actions: required(list(json)),
      ErrorAction: json,
      AwsIotSqlVersion: text,
      Description: text,
      RuleDisabled: flag,
    })),
    Tags: tags,
  },
  async create({ RuleName, TopicRulePayload: payload }, context) {
    // Rule names are letters, digits and underscores.
    const ruleName = RuleName ?? context.physicalName(128).replaceAll(/[^A-Za-z0-9]/g, '_')
    await context.services.iot.call('CreateTopicRule', { ruleName, topicRulePayload: memberNames(payload) })
    askPermissions(ruleName, payload, context)
    return { ref: ruleName, attributes: { Arn: context.arn('iot', `rule/${ruleName}`) } }
  },
  async update({ RuleName, TopicRulePayload: payload }, { ref: ruleName, attributes = {}, properties: before }, context) {
    if (RuleName !== before.RuleName) return replacement
    await context.services.iot.call('ReplaceTopicRule', { ruleName, topicRulePayload: memberNames(payload) })
    askPermissions(ruleName, payload, context)
    return { ref: ruleName, attributes }
  },
  remove: async ({ ref: ruleName }, { services }) => void await services.iot.call('DeleteTopicRule', { ruleName }).catch(unlessGone),
  restore: ({ ref, properties }, context) => askPermissions(ref, properties.TopicRulePayload, context),
})

/** What the rule needs to be let do. */
function askPermissions(
  ruleName: string,
  { Actions, ErrorAction }: { readonly Actions: readonly unknown[]; readonly ErrorAction: unknown },
  { needs, arn }: ResourceContext,
): void {
  const actions = [...Actions, ErrorAction]
  for (const functionArn of functionArns(actions))
    needs.invokes({ functionArn, principal: 'iot.amazonaws.com', sourceArn: arn('iot', `rule/${ruleName}`) })
  for (const use of ruleAccess(actions, arn)) needs.usesRole(use)
}

function functionArns(actions: readonly unknown[]): string[] {
  return actions.flatMap((action) => {
    const lambda = isRecord(action) ? action['Lambda'] : undefined
    return isRecord(lambda) && typeof lambda['FunctionArn'] === 'string' ? [lambda['FunctionArn']] : []
  })
}
