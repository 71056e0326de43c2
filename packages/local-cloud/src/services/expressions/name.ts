import { serviceName } from '../../ground/service-name.ts'
import type { Expressions } from './expressions.ts'

/** Evaluates JSONata and jq expressions in templates. */
export const expressions = serviceName<Expressions>('expressions')
