import { operation } from './operation.ts'
import { invalidRequest } from './service-exception.ts'

/** The endpoints as `host:port`, so that `https://${endpointAddress}` works in an SDK client; one is for data and jobs. */
export const describeEndpoint = operation('DescribeEndpoint', ({ endpointType = 'iot:Data' }, { dataEndpoint, credentialEndpoint }) => {
  if (endpointType === 'iot:CredentialProvider') return { endpointAddress: credentialEndpoint() }
  if (!['iot:Data', 'iot:Data-ATS', 'iot:Jobs'].includes(endpointType)) throw invalidRequest(`Invalid endpoint type ${endpointType}`)
  return { endpointAddress: dataEndpoint() }
})
