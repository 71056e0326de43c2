import { serviceName } from '../../ground/service-name.ts'
import type { LocalIot } from '@keg/local-iot'
import type { Iot } from './iot.ts'

export const iot = serviceName<Iot & LocalIot>('iot')
