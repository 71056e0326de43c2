import { ServiceException } from '@keg/aws-service'

/** The codes of the query protocol, which clients of every protocol see, where they are not the shapes' names. */
export const queryCodes: Readonly<Record<string, string>> = {
  InvalidParameterValueException: 'InvalidParameterValue',
  InvalidParameterCombinationException: 'InvalidParameterCombination',
  MissingRequiredParameterException: 'MissingParameter',
  LimitExceededFault: 'LimitExceeded',
  InvalidFormatFault: 'InvalidFormat',
  ValidationException: 'ValidationError',
}

export const invalidValue = (message: string): ServiceException => new ServiceException('InvalidParameterValueException', 400, message)
export const invalidCombination = (message: string): ServiceException =>
  new ServiceException('InvalidParameterCombinationException', 400, message)
export const missing = (name: string): ServiceException =>
  new ServiceException('MissingRequiredParameterException', 400, `The parameter ${name} is required.`)
/** What CloudWatch finds wrong with a value before it looks at the rest. */
export const invalid = (message: string): ServiceException => new ServiceException('ValidationException', 400, message)
