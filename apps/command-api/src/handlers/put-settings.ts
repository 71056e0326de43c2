import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { iotRegistry, iotShadows } from '../adapters/iot.ts'
import { putSettings } from '../routes/put-settings.ts'

export const handler = putSettings({ gate: kegGateFromEnvironment(), shadows: iotShadows(), registry: iotRegistry() })
