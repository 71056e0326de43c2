import { isRecord } from '../assembly/template.ts'
import { ruleAccess } from '../services/iam/rule-access.ts'
import { memberNames } from './member-names.ts'
import { flag, json, list, object, required, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicrule.html */
export const iotTopicRule = resource('AWS::IoT::TopicRule', {
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
  async create({ RuleName, TopicRulePayload: payload }, { services, physicalName, arn, constructPath }) {
    // Rule names are letters, digits and underscores.
    const ruleName = RuleName ?? physicalName(128).replaceAll(/[^A-Za-z0-9]/g, '_')
    await services.iot.call('CreateTopicRule', { ruleName, topicRulePayload: memberNames(payload) })
    const ruleArn = arn('iot', `rule/${ruleName}`)
    for (const functionArn of functionArns([...payload.Actions, payload.ErrorAction])) {
      services.invokers.push({ functionArn, principal: 'iot.amazonaws.com', sourceArn: ruleArn, constructPath })
    }
    for (const use of ruleAccess([...payload.Actions, payload.ErrorAction], arn)) services.roleUses.push({ ...use, constructPath })
    return { ref: ruleName, attributes: { Arn: ruleArn } }
  },
})

function functionArns(actions: readonly unknown[]): string[] {
  return actions.flatMap((action) => {
    const lambda = isRecord(action) ? action['Lambda'] : undefined
    return isRecord(lambda) && typeof lambda['FunctionArn'] === 'string' ? [lambda['FunctionArn']] : []
  })
}
