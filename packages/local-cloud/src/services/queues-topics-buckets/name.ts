import { serviceName } from '../../ground/service-name.ts'
import type { SharedEngine } from './shared-engine.ts'

/** The engine of SQS, SNS and S3, which takes no requests by itself. */
export const queuesTopicsBuckets = serviceName<SharedEngine>('queues-topics-buckets')
