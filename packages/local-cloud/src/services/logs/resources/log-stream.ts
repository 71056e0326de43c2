import { required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { logs } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-logstream.html */
export const logsLogStream = resource('AWS::Logs::LogStream', {
  uses: { logs },
  properties: { LogGroupName: required(text), LogStreamName: text },
  create({ LogGroupName, LogStreamName }, { services: { logs }, physicalName }) {
    return { ref: logs.groups.createStream(LogGroupName, LogStreamName ?? physicalName(512)).name }
  },
  update: ({ LogGroupName, LogStreamName }, existing, { physicalName }) =>
    (LogGroupName === existing.properties.LogGroupName && (LogStreamName ?? physicalName(512)) === existing.ref ? existing : replacement),
  remove({ ref, properties: { LogGroupName } }, { services: { logs } }) {
    if (logs.groups.hasStream(LogGroupName, ref)) logs.groups.deleteStream(LogGroupName, ref)
  },
  restore: () => undefined,
})
