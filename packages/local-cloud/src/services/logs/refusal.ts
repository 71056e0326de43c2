import { ServiceError } from '../../gateway/service-error.ts'

/** A parameter that is wrong. */
export const invalid = (message: string): ServiceError => new ServiceError('InvalidParameterException', 400, message)
/** Something that is not there. */
export const notFound = (what: string): ServiceError => new ServiceError('ResourceNotFoundException', 400, `The specified ${what} does not exist.`)
/** Something that is there already. */
export const exists = (what: string): ServiceError => new ServiceError('ResourceAlreadyExistsException', 400, `The specified ${what} already exists`)
/** More of something than AWS has room for. */
export const tooMany = (): ServiceError => new ServiceError('LimitExceededException', 400, 'Resource limit exceeded.')
