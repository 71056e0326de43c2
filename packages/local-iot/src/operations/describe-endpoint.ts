import { operation } from './operation.ts'
import { invalidRequest, notEmulated } from './service-exception.ts'

/** The HTTPS data endpoint as `host:port`, so that `https://${endpointAddress}` works in an SDK client. */
export const describeEndpoint = operation('DescribeEndpoint', ({ endpointType = 'iot:Data' }, { dataEndpoint }) => {
  if (endpointType === 'iot:CredentialProvider' || endpointType === 'iot:Jobs') throw notEmulated(`The endpoint ${endpointType}`)
  if (endpointType !== 'iot:Data' && endpointType !== 'iot:Data-ATS') throw invalidRequest(`Invalid endpoint type ${endpointType}`)
  return { endpointAddress: dataEndpoint() }
})
