import { iotRegistry, iotShadows } from '../adapters/iot.ts'
import { putSettings } from '../routes/put-settings.ts'

export const handler = putSettings({ shadows: iotShadows(), registry: iotRegistry() })
