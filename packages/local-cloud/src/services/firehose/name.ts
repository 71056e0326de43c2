import { serviceName } from '../../ground/service-name.ts'
import type { Firehose } from './firehose.ts'

export const firehose = serviceName<Firehose>('firehose')
