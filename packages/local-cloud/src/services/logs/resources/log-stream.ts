import { required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-logstream.html */
export const logsLogStream = resource('AWS::Logs::LogStream', {
  properties: { LogGroupName: required(text), LogStreamName: text },
  create({ LogGroupName, LogStreamName }, { services, physicalName }) {
    return { ref: services.logs.groups.createStream(LogGroupName, LogStreamName ?? physicalName(512)).name }
  },
  update: ({ LogGroupName, LogStreamName }, existing, { physicalName }) =>
    (LogGroupName === existing.properties.LogGroupName && (LogStreamName ?? physicalName(512)) === existing.ref ? existing : replacement),
  remove({ ref, properties: { LogGroupName } }, { services }) {
    if (services.logs.groups.hasStream(LogGroupName, ref)) services.logs.groups.deleteStream(LogGroupName, ref)
  },
  restore: () => undefined,
})
