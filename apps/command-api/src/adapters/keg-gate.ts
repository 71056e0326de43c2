import type { KegGate } from '../http/gate.ts'
import type { KegRegistry } from '../ports.ts'
import { iotRegistry } from './iot.ts'
import { verifierFromEnvironment } from './people.ts'

/** The gate of routes that are about one keg, whose site is what the registry says: that of the route, where it has one. */
export const kegGateFromEnvironment = ({ siteOf }: Pick<KegRegistry, 'siteOf'> = iotRegistry()): KegGate =>
  ({ verify: verifierFromEnvironment(), siteOf })
