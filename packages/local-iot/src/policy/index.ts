export { LocalIotError } from '../local-iot-error.ts'
export type { DecidingStatement, PolicyDecision } from './evaluate.ts'
export { explainPolicyRequest, type PolicyExplanation, type PolicyPrincipal, type PolicyRequest, type StatementVerdict } from './explain.ts'
