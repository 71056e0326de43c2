import { operation } from './operation.ts'

export const getParametersByPath = operation('GetParametersByPath', ({ Path, Recursive = false }, parameters) => ({
  Parameters: parameters.below(Path, Recursive),
}))
