import * as z from 'zod'

/**
 * What the ids of jobs begin with that renew certificates of kegs.
 *
 * @example const jobId = `${ROTATION_JOB}2026-12`
 */
export const ROTATION_JOB = 'rotate-'

/**
 * What AWS publishes as a keg has done a job, as far as rules read it; where `UpdateEventConfigurations` has turned such events on. They
 * can come twice.
 *
 * @example jobSucceeded.schema.parse({ jobId: 'rotate-1', thingArn: 'arn:aws:iot:eu-central-1:123456789012:thing/keg-1' })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/events-jobs.html
 */
export const jobSucceeded = {
  topic: '$aws/events/jobExecution/+/succeeded',
  schema: z.object({
    jobId: z.string(),
    /** `arn:aws:iot:REGION:ACCOUNT:thing/KEG` */
    thingArn: z.string(),
    /** What the keg says of how it went: of a rotation, the certificate that it goes by now. */
    statusDetails: z.record(z.string(), z.string()).optional(),
  }),
} as const
