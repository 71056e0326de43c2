import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { iotPolicies } from '../adapters/iot-policies.ts'
import { listPolicies } from '../routes/list-policies.ts'

export const handler = listPolicies({ gate: kegGateFromEnvironment(), policies: iotPolicies() })
