import { operation } from './operation.ts'
import { invalidRequest } from '../errors/service-exception.ts'

/** Refused on AWS by now, when they are asked for by name. */
const RETIRED = ['iot:Data', 'iot:Jobs']

/** The endpoints as `host:port`, so that `https://${endpointAddress}` works in an SDK client. */
export const describeEndpoint = operation('DescribeEndpoint', ({ endpointType }, { dataEndpoint, credentialEndpoint }) => {
  if (endpointType === 'iot:CredentialProvider') return { endpointAddress: credentialEndpoint() }
  if (endpointType === undefined || endpointType === 'iot:Data-ATS') return { endpointAddress: dataEndpoint() }
  throw invalidRequest(
    RETIRED.includes(endpointType) ? `Endpoint type ${endpointType} is retired; use iot:Data-ATS` : `Invalid endpoint type ${endpointType}`,
  )
})
