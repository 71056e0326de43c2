import type { JobDefinition } from '../../jobs/job.ts'
import type { IotCore } from '../iot-core.ts'
import type { OperationTypes } from '../../model/model.generated.ts'
import { deployableVersion } from '../../packages/catalogue.ts'
import { operation } from '../operation.ts'
import { invalidRequest, notEmulated } from '../../errors/service-exception.ts'
import { mergeTags, tagCreated } from '../tags/tags.ts'
import { documentOf } from './document-of.ts'
import { jobArn } from './job-view.ts'
import { refusing } from './refusing.ts'

type Input = OperationTypes['CreateJob']['input']

export const createJob = operation('CreateJob', async (input, core) => {
  const { jobId, description, targetSelection = 'SNAPSHOT' } = input
  if (targetSelection !== 'SNAPSHOT' && targetSelection !== 'CONTINUOUS') throw invalidRequest(`targetSelection can't be ${targetSelection}`)
  if (input.namespaceId !== undefined) throw notEmulated('The namespaceId of a job')
  if (input.documentParameters !== undefined) throw invalidRequest('documentParameters are for jobs made from a managed template of AWS.')
  if ((input.schedulingConfig?.maintenanceWindows ?? []).length > 0) throw notEmulated('A maintenance window')
  const { document, ...settings } = definition(core, input)
  const source = { document, documentSource: input.documentSource, presignedUrlConfig: settings.presignedUrlConfig }
  const job = { ...settings, ...(await documentOf(core, source)), jobId, targets: input.targets, targetSelection } satisfies JobDefinition
  for (const versionArn of job.destinationPackageVersions ?? []) deployableVersion(core.state, versionArn)
  mergeTags([], input.tags ?? [])
  refusing(() => core.jobs.create(job))
  tagCreated(core.state, jobArn(core, jobId), input.tags)
  return { jobArn: jobArn(core, jobId), jobId, description }
})

/** What the request says, above what its template says. */
function definition(core: IotCore, input: Input): Omit<JobDefinition, 'document' | 'jobId' | 'targets' | 'targetSelection'> & { readonly document: string | undefined } {
  const { description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig, schedulingConfig, destinationPackageVersions, jobTemplateArn, document } = input
  const given = { description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig, schedulingConfig, destinationPackageVersions, jobTemplateArn }
  if (jobTemplateArn === undefined) return { ...given, document }
  if (document !== undefined || input.documentSource !== undefined) throw invalidRequest('A job has a document, a documentSource or a jobTemplateArn, and no two of them.')
  const template = refusing(() => core.jobs.template(jobTemplateArn.split('/').at(-1) ?? ''))
  const { jobTemplateId: _, createdAtMs: _at, maintenanceWindows: _windows, ...ofTemplate } = template
  return { ...ofTemplate, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}
