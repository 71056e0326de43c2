import { ServiceException } from '@keg/aws-service'

/** What the operations of the software catalogue throw. @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdatePackage.html */
export const invalidPackage = (message: string) => new ServiceException('ValidationException', 400, message)
export const noPackage = (message: string) => new ServiceException('ResourceNotFoundException', 404, message)
export const packageConflict = (message: string, resourceId: string) =>
  new ServiceException('ConflictException', 409, message, { resourceId })
export const tooManyPackages = (message: string) => new ServiceException('ServiceQuotaExceededException', 402, message)
