import { defineService } from '../../ground/service.ts'
import { queuesTopicsBuckets } from '../queues-topics-buckets/name.ts'
import { s3Access } from './access.ts'
import { s3 } from './name.ts'
import { s3Bucket } from './resources/bucket.ts'
import { s3BucketPolicy } from './resources/bucket-policy.ts'
import { customCdkBucketDeployment } from './resources/custom-cdk-bucket-deployment.ts'
import { customS3AutoDeleteObjects } from './resources/custom-s3-auto-delete-objects.ts'
import { customS3BucketNotifications } from './resources/custom-s3-bucket-notifications.ts'
import { S3 } from './s3.ts'

export const service = defineService(s3, {
  uses: { engine: queuesTopicsBuckets },
  start: ({ region, accountId, nowMs, newId, emit, deliver, log }, { engine }) => new S3(engine, {
    region, accountId, nowMs, newId, emit,
    deliver: ({ arn }, event) => deliver(arn, JSON.stringify(event), { subject: 'Amazon S3 Notification' }),
    log: (message) => log({ level: 'warn', source: 'event-source', message }),
  }),
  serve: (buckets) => (request) => buckets.fetch(request),
  access: s3Access,
  resources: [s3Bucket, s3BucketPolicy, customCdkBucketDeployment, customS3AutoDeleteObjects, customS3BucketNotifications],
})
