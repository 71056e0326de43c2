import { ServiceException } from '@keg/aws-service'

export { ServiceException }

export const invalidRequest = (message: string) => new ServiceException('InvalidRequestException', 400, message)
/** What an input that breaks the model ends in: newer parts of AWS IoT have an exception of their own for it. */
export const invalidInput = (operation: string) => (message: string) =>
  (/Command|Package/.test(operation) ? new ServiceException('ValidationException', 400, message) : invalidRequest(message))
export const notFound = (message: string) => new ServiceException('ResourceNotFoundException', 404, message)
export const alreadyExists = (message: string, resource: { resourceId?: string; resourceArn?: string } = {}) =>
  new ServiceException('ResourceAlreadyExistsException', 409, message, resource)
export const limitExceeded = (message: string) => new ServiceException('LimitExceededException', 410, message)
export const deleteConflict = (message: string) => new ServiceException('DeleteConflictException', 409, message)
export const versionConflict = (message: string) => new ServiceException('VersionConflictException', 409, message)
export const certificateState = (message: string) => new ServiceException('CertificateStateException', 406, message)
export const malformedPolicy = (message: string) => new ServiceException('MalformedPolicyException', 400, message)
export const invalidQuery = (message: string) => new ServiceException('InvalidQueryException', 400, message)
export const invalidAggregation = (message: string) => new ServiceException('InvalidAggregationException', 400, message)
export const indexNotReady = (message: string) => new ServiceException('IndexNotReadyException', 400, message)
export const sqlParse = (message: string) => new ServiceException('SqlParseException', 400, message)
/** What AWS has and Keg does not: loud, and listed in KNOWN-GAPS.md. */
export const notEmulated = (what: string) =>
  new ServiceException('NotImplementedException', 501, `${what} is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.`)
