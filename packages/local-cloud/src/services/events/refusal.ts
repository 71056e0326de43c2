import { ServiceException } from '@keg/aws-service'

/** Something that is not as it has to be. */
export const invalid = (message: string): ServiceException => new ServiceException('ValidationException', 400, message)
/** Something that is not there. */
export const notFound = (message: string): ServiceException => new ServiceException('ResourceNotFoundException', 400, message)
