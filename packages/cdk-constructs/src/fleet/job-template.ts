import { ArnFormat, Resource, Stack, type Duration, type IResource } from 'aws-cdk-lib'
import { PolicyStatement, Role, type IRole } from 'aws-cdk-lib/aws-iam'
import { CfnJobTemplate } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'
import type { BucketOfYours } from '../cloud/private-bucket.ts'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import { iotFor } from '../roles/service-role.ts'
import { contentName } from './content-name.ts'
import type { JobDocument } from './job-document.ts'
import { abortConfig, retryConfig, rolloutConfig, timeoutConfig, type JobAbort, type JobRetry, type JobRollout } from './job-settings.ts'
import type { ISoftwarePackageVersion } from './software-package.ts'

/** A job template, made here or elsewhere. */
export interface IJobTemplate extends IResource {
  readonly jobTemplateId: string
  readonly jobTemplateArn: string
}

/** What AWS IoT makes the URLs in a document of. */
export interface PresignedUrls {
  /** Whose objects a document may name. */
  readonly buckets: readonly BucketOfYours[]
  /** Which objects; may end with `*`. @default '*' */
  readonly keys?: string
  /** How long a URL is good for: 1 minute to 1 hour. @default - 1 hour */
  readonly expiresIn?: Duration
  /** @default - a role of its own that may read these objects, and nothing else */
  readonly role?: IRole
}

export interface JobTemplateProps {
  /**
   * 64 letters, digits, `_` and `-` at most.
   *
   * @default - a name of the construct's path and of what the template says: AWS makes a template anew where it is changed, which fails
   * under the same id
   */
  readonly jobTemplateId?: string
  readonly description: string
  readonly document: JobDocument
  /** @default - 1,000 devices a minute */
  readonly rollout?: JobRollout
  /** @default - it goes on whatever happens */
  readonly abort?: readonly JobAbort[]
  /** How long a device may take once it has begun: 1 minute to 7 days. @default - as long as it likes */
  readonly timeout?: Duration
  /** @default - none */
  readonly retries?: readonly JobRetry[]
  /** @default - none: a document that names a file by `JobDocument.presignedUrl` is refused */
  readonly presignedUrls?: PresignedUrls
  /** What devices that succeed then have installed, as their `$package` shadow says; 25 at most. @default - none */
  readonly destinationPackageVersions?: readonly ISoftwarePackageVersion[]
}

const LONGEST_ID = 64
const MAX_PACKAGES = 25
const EXPIRES_SEC = [60, 3_600] as const

/**
 * What jobs have in common: the document, at which rate devices are told, when a job ends itself. A job is started of it by
 * `CreateJob({ jobTemplateArn })`.
 *
 * @example
 * import { Duration } from 'aws-cdk-lib'
 *
 * new JobTemplate(this, 'Settings', {
 *   description: 'kegs to 4 °C', document: JobDocument.fromObject({ kind: 'settings', settings: { targetCelsius: 4 } }),
 *   rollout: { basePerMinute: 10, factor: 2, after: { succeeded: 10 } },
 *   abort: [{ failure: JobFailure.FAILED, thresholdPercentage: 20, minimumExecutions: 2 }], timeout: Duration.minutes(10),
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/job-templates-create.html
 */
export class JobTemplate extends Resource implements IJobTemplate {
  readonly jobTemplateId: string
  readonly jobTemplateArn: string
  /** What AWS IoT makes URLs as; absent where no document names a file. */
  readonly presignRole: IRole | undefined

  /** A template that is there. */
  static fromJobTemplateId(scope: Construct, id: string, jobTemplateId: string): IJobTemplate {
    return new ImportedJobTemplate(scope, id, jobTemplateId)
  }

  constructor(scope: Construct, id: string, props: JobTemplateProps) {
    super(scope, id)
    const { description, timeout, presignedUrls, destinationPackageVersions = [] } = props
    const refusals = new Refusals(this)
    refusals.text('jobTemplateId', props.jobTemplateId, TEXT.jobId)
    refusals.text('description', description, TEXT.jobDescription)
    if (destinationPackageVersions.length > MAX_PACKAGES)
      refusals.refuse('destinationPackageVersions', `${destinationPackageVersions.length} are more than AWS IoT takes; take ${MAX_PACKAGES} at most`)
    this.presignRole = presignedUrls && (presignedUrls.role ?? this.#role(presignedUrls))
    const content = present({
      description, ...props.document.bind(this, refusals, { hasRole: this.presignRole !== undefined }),
      jobExecutionsRolloutConfig: rolloutConfig(props.rollout, refusals), abortConfig: abortConfig(props.abort, refusals),
      timeoutConfig: timeoutConfig(timeout, refusals),
      jobExecutionsRetryConfig: retryConfig(props.retries, timeout !== undefined, refusals),
      presignedUrlConfig: this.#urlConfig(presignedUrls, refusals),
      destinationPackageVersions: destinationPackageVersions.length === 0
        ? undefined
        : destinationPackageVersions.map(({ packageVersionArn }) => packageVersionArn),
    })
    const { jobTemplateId = contentName(this, content, LONGEST_ID) } = props
    const template = new CfnJobTemplate(this, 'Template', { jobTemplateId, ...content })
    // The document is made sure to be readable, and URLs to be makeable, before it is taken.
    if (this.presignRole instanceof Role) template.node.addDependency(this.presignRole)
    this.jobTemplateId = template.ref
    this.jobTemplateArn = template.attrArn
  }

  #role({ buckets, keys = '*' }: PresignedUrls): Role {
    const role = new Role(this, 'PresignRole', { assumedBy: iotFor(this, { type: 'job', name: undefined }) })
    const resources = buckets.map((bucket) => bucket.arnForObjects(keys))
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources }))
    for (const resource of resources) acknowledgeWildcard(role, resource, 'a job names the object that its devices get')
    return role
  }

  #urlConfig({ expiresIn }: Partial<PresignedUrls> = {}, refusals: Refusals): object | undefined {
    if (this.presignRole === undefined) return undefined
    const seconds = expiresIn?.toSeconds({ integral: false })
    if (seconds !== undefined) refusals.range('presignedUrls.expiresIn', seconds, EXPIRES_SEC, 's')
    return present({ RoleArn: this.presignRole.roleArn, ExpiresInSec: seconds })
  }
}

class ImportedJobTemplate extends Resource implements IJobTemplate {
  readonly jobTemplateId: string
  readonly jobTemplateArn: string

  constructor(scope: Construct, id: string, jobTemplateId: string) {
    super(scope, id)
    this.jobTemplateId = jobTemplateId
    this.jobTemplateArn = Stack.of(scope).formatArn({
      service: 'iot', resource: 'jobtemplate', resourceName: jobTemplateId, arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }
}
