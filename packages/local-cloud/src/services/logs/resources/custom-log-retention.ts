import { ignored, number, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { logs } from '../name.ts'

/** What CDK's `logRetention` of a function makes; done here without the function that CDK brings for it. */
export const customLogRetention = resource('Custom::LogRetention', {
  uses: { logs },
  properties: {
    ServiceToken: ignored('it is done here'),
    LogGroupName: required(text),
    LogGroupRegion: ignored('there is one region'),
    RetentionInDays: number,
    SdkRetry: ignored('nothing has to be tried again'),
    RemovalPolicy: ignored('the group goes with the data folder'),
  },
  create({ LogGroupName, RetentionInDays: retentionDays }, { services: { logs } }) {
    const { name } = logs.groups.put(LogGroupName, { retentionDays })
    return { ref: name, attributes: { LogGroupName: name } }
  },
  update({ LogGroupName, RetentionInDays: retentionDays }, _, { services: { logs } }) {
    const { name } = logs.groups.put(LogGroupName, { retentionDays })
    return { ref: name, attributes: { LogGroupName: name } }
  },
  restore: () => undefined,
})
