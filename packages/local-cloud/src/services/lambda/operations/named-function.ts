import { ServiceException } from '@keg/aws-service'
import type { Lambda } from '../lambda.ts'

/** What a request names: a function by name or ARN, and perhaps a version or an alias of it. */
export interface NamedFunction {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

/** All that is known of it. Throws `ServiceException` `ResourceNotFoundException`. */
export function entryOf({ FunctionName, Qualifier }: NamedFunction, lambda: Lambda): ReturnType<Lambda['entry']> {
  return lambda.entry(Qualifier === undefined ? FunctionName : `${FunctionName}:${Qualifier}`)
}

export const notFound = (message = 'The resource you requested does not exist.'): ServiceException =>
  new ServiceException('ResourceNotFoundException', 404, message)
