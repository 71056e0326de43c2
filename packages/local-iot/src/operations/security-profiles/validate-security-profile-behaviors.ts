import { behaviorFaults } from '../../device-defender/detect/behavior-faults.ts'
import { operation } from '../operation.ts'

export const validateSecurityProfileBehaviors = operation('ValidateSecurityProfileBehaviors', ({ behaviors }, { state }) => {
  const validationErrors = behaviorFaults(state, behaviors).map((errorMessage) => ({ errorMessage }))
  return { valid: validationErrors.length === 0, validationErrors }
})
