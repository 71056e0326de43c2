import { serviceName } from '../../ground/service-name.ts'
import type { Iot } from './iot.ts'

/** AWS IoT Core. */
export const iot = serviceName<Iot>('iot')
