import { gateFromEnvironment } from '../adapters/people.ts'
import { getMe } from '../routes/get-me.ts'

export const handler = getMe({ gate: gateFromEnvironment() })
