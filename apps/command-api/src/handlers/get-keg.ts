import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { nowMs } from '../adapters/clock.ts'
import { iotRegistry, iotShadows } from '../adapters/iot.ts'
import { presenceFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
import { getKeg } from '../routes/get-keg.ts'

const registry = iotRegistry()

export const handler = getKeg({
  gate: kegGateFromEnvironment(registry), store: storeFromEnvironment(), shadows: iotShadows(), registry,
  presence: presenceFromEnvironment(), nowMs,
})
