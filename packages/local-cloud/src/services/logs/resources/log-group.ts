import { ignored, number, oneOf, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../resource.ts'
import { tags } from '../../../ground/tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logsLogGroup = resource('AWS::Logs::LogGroup', {
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
  create({ LogGroupName, RetentionInDays: retentionDays, LogGroupClass: logGroupClass }, { services, physicalName }) {
    const { name, arn } = services.logs.groups.put(LogGroupName ?? physicalName(512), { retentionDays, logGroupClass })
    return { ref: name, attributes: { Arn: `${arn}:*` } }
  },
  update({ LogGroupName, RetentionInDays: retentionDays, LogGroupClass: logGroupClass }, { ref, attributes }, { services, physicalName }) {
    if ((LogGroupName ?? physicalName(512)) !== ref) return replacement
    services.logs.groups.put(ref, { retentionDays, logGroupClass })
    return { ref, ...(attributes === undefined ? {} : { attributes }) }
  },
  remove({ ref }, { services }) {
    if (services.logs.groups.has(ref)) services.logs.groups.delete(ref)
  },
  status: ({ ref }, { services }) => ({ lines: services.logs.groups.events(ref).length }),
  restore: () => undefined,
})
