import { variable } from '@keg/store/variable'
import { iotRegistry } from '../adapters/iot.ts'
import { iotViolations } from '../adapters/iot-violations.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { listViolations } from '../routes/list-violations.ts'

export const handler = listViolations({
  gate: gateFromEnvironment(), violations: iotViolations(variable('SECURITY_PROFILE')), registry: iotRegistry(),
})
