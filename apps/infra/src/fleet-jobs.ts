import { Command, CommandPayload, JobDocument, JobFailure, JobTemplate, type BucketOfYours } from '@keg/cdk-constructs'
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'

/** What kegs are told to become, and to do. */
export interface FleetJobsProps {
  /** Where firmware is, and nothing else. */
  readonly bucket: BucketOfYours
  /** The name of the template by which kegs renew certificates. */
  readonly renewal: string
}

/** A few kegs first, then more as it goes well; a campaign of which a fifth fails ends. One keg is no fifth: two have to have it. */
const CAREFUL = {
  rollout: { basePerMinute: 20, factor: 2, after: { succeeded: 20 } },
  abort: [{ failure: JobFailure.ALL, thresholdPercentage: 20, minimumExecutions: 2 }],
} as const

/** So long a keg may be about settings; firmware is loaded, and tried for half a minute. */
const [QUICK, LONG] = [Duration.minutes(10), Duration.minutes(30)]

/**
 * The job templates of a fleet, and its commands. A campaign of settings or firmware has a document of its own, and all else of its
 * template.
 */
export class FleetJobs extends Construct {
  readonly settings: JobTemplate
  readonly firmware: JobTemplate
  readonly rotation: JobTemplate
  readonly reboot: Command

  constructor(scope: Construct, id: string, { bucket, renewal }: FleetJobsProps) {
    super(scope, id)
    this.settings = new JobTemplate(this, 'Settings', {
      ...CAREFUL, description: 'Settings of kegs', timeout: QUICK,
      document: JobDocument.fromObject({ kind: 'settings', settings: { targetCelsius: 5, valve: 'open', intervalSec: 10 } }),
    })
    this.firmware = new JobTemplate(this, 'Firmware', {
      ...CAREFUL, description: 'Firmware of kegs', timeout: LONG, retries: [{ failure: 'TIMED_OUT', times: 1 }],
      presignedUrls: { buckets: [bucket] },
      // No keg takes it as it stands, without a signature: a campaign has those of its own file.
      document: JobDocument.fromObject({
        kind: 'firmware', version: '0.0.0', url: JobDocument.presignedUrl(bucket, '0.0.0'), sha256: '0'.repeat(64), signature: '',
      }),
    })
    this.rotation = new JobTemplate(this, 'Rotation', {
      ...CAREFUL, description: 'Certificates of kegs, made anew', timeout: QUICK, retries: [{ failure: 'TIMED_OUT', times: 1 }],
      document: JobDocument.fromObject({ kind: 'rotateCertificate', template: renewal }),
    })
    this.reboot = new Command(this, 'Reboot', { displayName: 'Reboot', payload: CommandPayload.fromObject({ kind: 'reboot' }) })
  }
}
