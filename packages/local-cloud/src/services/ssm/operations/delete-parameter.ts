import { parameterNotFound } from '../parameters.ts'
import { operation } from './operation.ts'

export const deleteParameter = operation('DeleteParameter', ({ Name }, parameters) => {
  if (!parameters.delete(Name)) throw parameterNotFound(Name)
  return {}
})
