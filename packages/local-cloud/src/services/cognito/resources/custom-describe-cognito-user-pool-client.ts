import { isRecord } from '@keg/aws-service'
import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { cognito } from '../name.ts'

const done = ignored('what is read is read once more, whatever has changed')

/** What CDK's `userPoolClient.userPoolClientSecret` makes; done here without the function that CDK brings for it. */
export const customDescribeCognitoUserPoolClient = resource('Custom::DescribeCognitoUserPoolClient', {
  uses: { cognito },
  properties: {
    ServiceToken: ignored('it is done here'),
    /** The call, as JSON. */
    Create: required(text),
    Update: done,
    Delete: done,
    InstallLatestAwsSdk: ignored('no SDK is loaded for it'),
  },
  create({ Create }, { services, physicalName }) {
    const call: unknown = JSON.parse(Create)
    const parameters = isRecord(call) && isRecord(call['parameters']) ? call['parameters'] : {}
    const { secret } = services.cognito.pools.client(String(parameters['ClientId']), String(parameters['UserPoolId']))
    return { ref: physicalName(), attributes: secret === undefined ? {} : { 'UserPoolClient.ClientSecret': secret } }
  },
})
