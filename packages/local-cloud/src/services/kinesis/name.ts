import { serviceName } from '../../ground/service-name.ts'
import type { Kinesis } from './kinesis.ts'

export const kinesis = serviceName<Kinesis>('kinesis')
