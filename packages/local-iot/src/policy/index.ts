export { LocalIotError } from '../local-iot-error.ts'
export type { DecidingStatement, PolicyDecision } from './evaluate.ts'
export { explainPolicyRequest, type PolicyExplanation, type PolicyPrincipal, type PolicyRequest } from './explain.ts'
export type { StatementVerdict } from './statement-verdict.ts'
