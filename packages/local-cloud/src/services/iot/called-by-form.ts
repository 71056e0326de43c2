import type { CalledService } from './called-service.ts'
import { errorInXml } from './error-in-xml.ts'

/** The errors of Publish whose code is not their name. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const errorNames: ReadonlyMap<string, string> = new Map([
  ['AuthorizationError', 'AuthorizationErrorException'],
  ['EndpointDisabled', 'EndpointDisabledException'],
  ['InternalError', 'InternalErrorException'],
  ['InvalidParameter', 'InvalidParameterException'],
  ['ParameterValueInvalid', 'InvalidParameterValueException'],
  ['NotFound', 'NotFoundException'],
  ['PlatformApplicationDisabled', 'PlatformApplicationDisabledException'],
])

/** Calls SNS, by AWS's query protocol. The outputs of what rules call are not looked at. */
export const calledByForm: CalledService = {
  signedAs: 'sns',
  request: (operation, input, headers) => new Request('http://sns.local/', {
    method: 'POST',
    headers,
    // What rules call takes texts alone.
    body: new URLSearchParams({ Action: operation, Version: '2010-03-31', ...(input as Readonly<Record<string, string>>) }),
  }),
  output: () => ({}),
  error: errorInXml,
  errorNames,
}
