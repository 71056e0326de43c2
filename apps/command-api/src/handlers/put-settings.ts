import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { iotRegistry, iotShadows } from '../adapters/iot.ts'
import { putSettings } from '../routes/put-settings.ts'

const registry = iotRegistry()

export const handler = putSettings({ gate: kegGateFromEnvironment(registry), shadows: iotShadows(), registry })
