import { storeFromEnvironment } from '../adapters/store.ts'
import { iotRegistry, iotShadows } from '../adapters/iot.ts'
import { getKeg } from '../routes/get-keg.ts'

export const handler = getKeg({ store: storeFromEnvironment(), shadows: iotShadows(), registry: iotRegistry() })
