import { operation } from './operation.ts'

export const putParameter = operation('PutParameter', ({ Name, Type = 'String', Value, Overwrite }, parameters) => ({
  Version: parameters.put(Name, Type, Value, Overwrite), Tier: 'Standard',
}))
