import type { KegGate } from '../http/gate.ts'
import { iotRegistry } from './iot.ts'
import { verifierFromEnvironment } from './people.ts'

/** The gate of routes that are about one keg, whose site is what the registry says. */
export const kegGateFromEnvironment = (): KegGate => ({ verify: verifierFromEnvironment(), siteOf: iotRegistry().siteOf })
