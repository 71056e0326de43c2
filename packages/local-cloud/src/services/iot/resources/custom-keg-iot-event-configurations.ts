import { isRecord } from '@keg/aws-service'
import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iot } from '../name.ts'
import type { Iot } from '../iot.ts'

/** What `EventConfigurations` of `@keg/cdk-constructs` makes; done here without the function that CDK brings for it. */
export const customKegIotEventConfigurations = resource('Custom::KegIoTEventConfigurations', {
  uses: { iot },
  properties: {
    ServiceToken: ignored('it is done here'),
    Create: ignored('it is the same as Update'),
    Update: required(text),
    InstallLatestAwsSdk: ignored('there is no function'),
  },
  async create({ Update }, { services }) {
    await enable(Update, services.iot)
    return { ref: 'event-configurations' }
  },
  async update({ Update }, _, { services }) {
    await enable(Update, services.iot)
    return { ref: 'event-configurations' }
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

/** Makes the call that the function would make: its parameters are in the text. */
async function enable(call: string, core: Iot): Promise<void> {
  const told: unknown = JSON.parse(call)
  const parameters = isRecord(told) ? told['parameters'] : undefined
  if (!isRecord(parameters)) throw new TypeError(`Update holds no parameters of UpdateEventConfigurations: ${call}`)
  await core.call('UpdateEventConfigurations', parameters)
}
