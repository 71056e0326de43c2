import { operation } from './operation.ts'
import { invalidRequest, notEmulated } from './service-exception.ts'

/** The HTTPS endpoint as `host:port`, so that `https://${endpointAddress}` works in an SDK client; one port is for data and jobs. */
export const describeEndpoint = operation('DescribeEndpoint', ({ endpointType = 'iot:Data' }, { dataEndpoint }) => {
  if (endpointType === 'iot:CredentialProvider') throw notEmulated(`The endpoint ${endpointType}`)
  if (!['iot:Data', 'iot:Data-ATS', 'iot:Jobs'].includes(endpointType)) throw invalidRequest(`Invalid endpoint type ${endpointType}`)
  return { endpointAddress: dataEndpoint() }
})
