import { serviceName } from '../../ground/service-name.ts'
import type { Athena } from './athena.ts'

export const athena = serviceName<Athena>('athena')
