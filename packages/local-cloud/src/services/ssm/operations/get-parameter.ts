import { operation } from './operation.ts'

export const getParameter = operation('GetParameter', ({ Name }, parameters) => ({ Parameter: parameters.get(Name) }))
