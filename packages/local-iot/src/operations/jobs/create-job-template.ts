import type { JobDefinition } from '../../jobs/job.ts'
import type { IotCore } from '../iot-core.ts'
import type { OperationTypes } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { notEmulated } from '../../errors/service-exception.ts'
import { mergeTags, tagCreated } from '../tags/tags.ts'
import { documentOf } from './document-of.ts'
import { refusing } from './refusing.ts'

export const createJobTemplate = operation('CreateJobTemplate', async (input, core) => {
  const { jobTemplateId, description, tags } = input
  if ((input.maintenanceWindows ?? []).length > 0) throw notEmulated('A maintenance window')
  const { document, documentSource, ...settings } = definition(core, input)
  const template = { ...settings, ...(await documentOf(core, { document, documentSource, presignedUrlConfig: settings.presignedUrlConfig })), jobTemplateId, description }
  mergeTags([], tags ?? [])
  refusing(() => core.jobs.createTemplate(template), 'ConflictException')
  const jobTemplateArn = core.state.arn(`jobtemplate/${jobTemplateId}`)
  tagCreated(core.state, jobTemplateArn, tags)
  return { jobTemplateArn, jobTemplateId }
})

/** What the request says, above what the job that it names says. */
function definition({ jobs }: IotCore, input: OperationTypes['CreateJobTemplate']['input']) {
  const { presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig, destinationPackageVersions, document, documentSource, jobArn } = input
  const given = { presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig, destinationPackageVersions, document, documentSource }
  if (jobArn === undefined) return given
  const job: JobDefinition = refusing(() => jobs.store.job(jobArn.split('/').at(-1) ?? ''))
  const ofJob = {
    presignedUrlConfig: job.presignedUrlConfig, jobExecutionsRolloutConfig: job.jobExecutionsRolloutConfig, abortConfig: job.abortConfig, timeoutConfig: job.timeoutConfig,
    jobExecutionsRetryConfig: job.jobExecutionsRetryConfig, destinationPackageVersions: job.destinationPackageVersions, document: job.document, documentSource: undefined,
  }
  return { ...ofJob, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}
