import { ServiceException } from '@keg/aws-service'

/** A parameter that is wrong. */
export const invalid = (message: string): ServiceException => new ServiceException('InvalidParameterException', 400, message)
/** A member that has to be there, in one case or another. */
export const missing = (name: string): ServiceException =>
  invalid(`1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`)
/** Something that is not there. */
export const notFound = (what: string): ServiceException =>
  new ServiceException('ResourceNotFoundException', 400, `The specified ${what} does not exist.`)
/** Something that is there already. */
export const exists = (what: string): ServiceException =>
  new ServiceException('ResourceAlreadyExistsException', 400, `The specified ${what} already exists`)
/** More of something than AWS has room for. */
export const tooMany = (): ServiceException => new ServiceException('LimitExceededException', 400, 'Resource limit exceeded.')
