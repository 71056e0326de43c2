import { ignored, number, oneOf, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { logs } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logsLogGroup = resource('AWS::Logs::LogGroup', {
  uses: { logs },
  properties: {
    LogGroupName: text,
    RetentionInDays: number,
    LogGroupClass: oneOf('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'),
    DeletionProtectionEnabled: ignored('who deletes a group here means it'),
    BearerTokenAuthenticationEnabled: ignored('there is no ingestion by HTTP here'),
    KmsKeyId: ignored('nothing is encrypted on this machine'),
    DataProtectionPolicy: ignored('lines are not searched for sensitive data'),
    FieldIndexPolicies: ignored('lines are not indexed'),
    ResourcePolicyDocument: ignored('it is for services and accounts that are not here'),
    Tags: tags,
  },
  create({ LogGroupName, RetentionInDays: retentionDays, LogGroupClass: logGroupClass }, { services: { logs }, physicalName }) {
    const { name, arn } = logs.groups.put(LogGroupName ?? physicalName(512), { retentionDays, logGroupClass })
    return { ref: name, attributes: { Arn: `${arn}:*` } }
  },
  update(
    { LogGroupName, RetentionInDays: retentionDays, LogGroupClass: logGroupClass },
    { ref, attributes },
    { services: { logs }, physicalName },
  ) {
    if ((LogGroupName ?? physicalName(512)) !== ref) return replacement
    logs.groups.put(ref, { retentionDays, logGroupClass })
    return { ref, ...(attributes === undefined ? {} : { attributes }) }
  },
  remove({ ref }, { services: { logs } }) {
    if (logs.groups.has(ref)) logs.groups.delete(ref)
  },
  status: ({ ref }, { services: { logs } }) => ({ lines: logs.groups.events(ref).length }),
  restore: () => undefined,
})
