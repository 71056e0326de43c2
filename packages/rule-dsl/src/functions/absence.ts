import { any, fn } from './signature.ts'

export const absenceFunctions = {
  isnull: fn([any], (value) => value === null),
  isundefined: fn([any], (value) => value === undefined),
  nanvl: fn([any, any], (value, otherwise) => (value === undefined || value === null ? otherwise : value)),
}
