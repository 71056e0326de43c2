import { serviceName } from '../../ground/service-name.ts'
import type { Firehose } from './firehose.ts'

/** Firehose. */
export const firehose = serviceName<Firehose>('firehose')
