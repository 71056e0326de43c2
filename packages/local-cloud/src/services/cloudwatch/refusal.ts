import { ServiceError } from '../../gateway/service-error.ts'

/** The codes of the query protocol, which clients of every protocol see, where they are not the shapes' names. */
export const queryCodes: Readonly<Record<string, string>> = {
  InvalidParameterValueException: 'InvalidParameterValue',
  InvalidParameterCombinationException: 'InvalidParameterCombination',
  MissingRequiredParameterException: 'MissingParameter',
  LimitExceededFault: 'LimitExceeded',
  InvalidFormatFault: 'InvalidFormat',
  ValidationException: 'ValidationError',
}

export const invalidValue = (message: string): ServiceError => new ServiceError('InvalidParameterValueException', 400, message)
export const invalidCombination = (message: string): ServiceError => new ServiceError('InvalidParameterCombinationException', 400, message)
export const missing = (name: string): ServiceError => new ServiceError('MissingRequiredParameterException', 400, `The parameter ${name} is required.`)
/** What CloudWatch finds wrong with a value before it looks at the rest. */
export const invalid = (message: string): ServiceError => new ServiceError('ValidationException', 400, message)
