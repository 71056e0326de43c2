import { IOT_LOG_GROUP } from '../iot-journal.ts'
import { oneOf, refused, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { logs } from '../../logs/name.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-logging.html */
export const iotLogging = resource('AWS::IoT::Logging', {
  uses: { iot, logs },
  properties: {
    AccountId: required(text),
    DefaultLogLevel: required(oneOf('ERROR', 'INFO', 'WARN', 'DEBUG', 'DISABLED')),
    RoleArn: required(text),
    EventConfigurations: refused('log levels of single events are not emulated'),
  },
  async create({ AccountId, DefaultLogLevel: defaultLogLevel, RoleArn: roleArn }, { services }) {
    await services.iot.call('SetV2LoggingOptions', { roleArn, defaultLogLevel })
    // As AWS IoT does by the role.
    if (defaultLogLevel !== 'DISABLED' && !services.logs.groups.has(IOT_LOG_GROUP)) services.logs.groups.put(IOT_LOG_GROUP, {})
    return { ref: AccountId }
  },
  remove: async (_, { services }) => void await services.iot.call('SetV2LoggingOptions', { disableAllLogs: true }),
})
