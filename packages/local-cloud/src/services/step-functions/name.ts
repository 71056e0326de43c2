import { serviceName } from '../../ground/service-name.ts'
import type { StepFunctions } from './step-functions.ts'

export const stepFunctions = serviceName<StepFunctions>('step-functions')
