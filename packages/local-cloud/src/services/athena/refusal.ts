import { ServiceException } from '@keg/aws-service'

/**
 * How Athena refuses what is not as it has to be, also by its model.
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_InvalidRequestException.html
 */
export const invalidRequest = (message: string): ServiceException => new ServiceException('InvalidRequestException', 400, message)
