import { serviceName } from '../../ground/service-name.ts'
import type { StepFunctions } from './step-functions.ts'

/** Step Functions. */
export const stepFunctions = serviceName<StepFunctions>('step-functions')
