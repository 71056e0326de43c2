import { from } from '../../src/index.ts'

export const start = from
