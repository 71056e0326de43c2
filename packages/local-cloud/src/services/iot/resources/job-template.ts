import { isDeepStrictEqual } from 'node:util'
import { answered } from '../iot.ts'
import { list, number, object, refused, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html */
export const iotJobTemplate = resource('AWS::IoT::JobTemplate', {
  uses: { iot },
  properties: {
    JobTemplateId: required(text),
    Description: required(text),
    Document: text,
    DocumentSource: text,
    JobArn: text,
    JobExecutionsRolloutConfig: object({
      MaximumPerMinute: number,
      ExponentialRolloutRate: object({
        BaseRatePerMinute: required(number),
        IncrementFactor: required(number),
        RateIncreaseCriteria: required(object({ NumberOfNotifiedThings: number, NumberOfSucceededThings: number })),
      }),
    }),
    AbortConfig: object({
      CriteriaList: required(list(object({
        Action: required(text), FailureType: required(text), MinNumberOfExecutedThings: required(number),
        ThresholdPercentage: required(number),
      }))),
    }),
    TimeoutConfig: object({ InProgressTimeoutInMinutes: required(number) }),
    JobExecutionsRetryConfig: object({ RetryCriteriaList: list(object({ FailureType: text, NumberOfRetries: number })) }),
    PresignedUrlConfig: object({ RoleArn: required(text), ExpiresInSec: number }),
    DestinationPackageVersions: list(text),
    MaintenanceWindows: refused('is not emulated: AWS IoT Core here rolls jobs out at any time'),
    Tags: tags,
  },
  async create({ JobExecutionsRetryConfig, JobExecutionsRolloutConfig, ...properties }, { services }) {
    const { RetryCriteriaList: criteriaList } = JobExecutionsRetryConfig ?? {}
    const { ExponentialRolloutRate: exponentialRate, MaximumPerMinute: maximumPerMinute } = JobExecutionsRolloutConfig ?? {}
    const created = await services.iot.call('CreateJobTemplate', {
      ...asMembers(properties),
      // CloudFormation has other names for these two.
      ...(JobExecutionsRetryConfig && { jobExecutionsRetryConfig: { criteriaList: memberNames(criteriaList) } }),
      ...(JobExecutionsRolloutConfig && {
        jobExecutionsRolloutConfig: present({ maximumPerMinute, exponentialRate: memberNames(exponentialRate) }),
      }),
    })
    return { ref: properties.JobTemplateId, attributes: { Arn: answered(created, 'jobTemplateArn') } }
  },
  // AWS IoT changes no template: each property is a new one.
  update: (properties, { ref, attributes = {}, properties: before }) =>
    (isDeepStrictEqual(properties, before) ? { ref, attributes } : replacement),
  remove: async ({ ref: jobTemplateId }, { services }) =>
    void await services.iot.call('DeleteJobTemplate', { jobTemplateId }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

// An object's members are an object's.
const asMembers = (properties: object): object => memberNames(properties) as object
