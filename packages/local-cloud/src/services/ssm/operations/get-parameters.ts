import { operation } from './operation.ts'

export const getParameters = operation('GetParameters', ({ Names }, parameters) => ({
  Parameters: Names.flatMap((name) => parameters.find(name) ?? []),
  InvalidParameters: Names.filter((name) => parameters.find(name) === undefined),
}))
