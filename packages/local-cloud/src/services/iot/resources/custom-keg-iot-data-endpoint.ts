import { ignored } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iot } from '../name.ts'

const known = ignored('it is the data endpoint that is asked for')

/** What `DataEndpoint` of `@keg/cdk-constructs` makes; done here without the function that CDK brings for it. */
export const customKegIotDataEndpoint = resource('Custom::KegIoTDataEndpoint', {
  uses: { iot },
  properties: { ServiceToken: ignored('it is done here'), Create: known, Update: known, InstallLatestAwsSdk: ignored('there is no function') },
  create: (_, { services }) => ({ ref: 'data-endpoint', attributes: { endpointAddress: new URL(services.iot.endpoints.https).host } }),
})
