import { ignored, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logsLogGroup = resource('AWS::Logs::LogGroup', {
  properties: {
    LogGroupName: text,
    RetentionInDays: ignored('lines go to the log of this run, which keeps none'),
    LogGroupClass: ignored('lines go to the log of this run'),
    KmsKeyId: ignored('nothing is encrypted on this machine'),
    DataProtectionPolicy: ignored('lines are not searched for sensitive data'),
    FieldIndexPolicies: ignored('lines are not indexed'),
    Tags: tags,
  },
  create({ LogGroupName }, { physicalName, arn }) {
    const name = LogGroupName ?? physicalName(512)
    return { ref: name, attributes: { Arn: `${arn('logs', `log-group:${name}`)}:*` } }
  },
})
