import { getCallerIdentity } from './get-caller-identity.ts'

export const operations = [getCallerIdentity]
