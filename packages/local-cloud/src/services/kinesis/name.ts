import { serviceName } from '../../ground/service-name.ts'
import type { Kinesis } from './kinesis.ts'

/** Kinesis Data Streams. */
export const kinesis = serviceName<Kinesis>('kinesis')
