import { ServiceException } from '@keg/aws-service'

/**
 * What the operations on commands throw.
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCommand.html#API_CreateCommand_Errors
 */
export const invalidCommand = (message: string) => new ServiceException('ValidationException', 400, message)
export const noCommand = (message: string) => new ServiceException('ResourceNotFoundException', 404, message)
export const commandConflict = (message: string, resourceId: string) =>
  new ServiceException('ConflictException', 409, message, { resourceId })
export const tooManyCommands = (message: string) => new ServiceException('ServiceQuotaExceededException', 402, message)
