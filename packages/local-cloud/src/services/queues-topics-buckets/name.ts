import { serviceName } from '../../ground/service-name.ts'
import type { SharedEngine } from './shared-engine.ts'

/** The engine behind SQS, SNS and S3. It takes no requests itself. */
export const queuesTopicsBuckets = serviceName<SharedEngine>('queues-topics-buckets')
