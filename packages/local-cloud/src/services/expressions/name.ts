import { serviceName } from '../../ground/service-name.ts'
import type { Expressions } from './expressions.ts'

/** JSONata and jq, which templates bring. */
export const expressions = serviceName<Expressions>('expressions')
