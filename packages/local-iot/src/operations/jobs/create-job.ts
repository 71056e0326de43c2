import type { IotCore } from '../iot-core.ts'
import type { OperationTypes } from '../../model/model.generated.ts'
import { deployableVersion } from '../../packages/catalogue.ts'
import type { JobTemplate } from '../../jobs/job.ts'
import { operation } from '../operation.ts'
import { invalidRequest, notEmulated } from '../../errors/service-exception.ts'
import { mergeTags, tagCreated } from '../tags/tags.ts'
import { documentOf } from './document-of.ts'
import { jobArn } from './job-view.ts'
import { refusing } from './refusing.ts'
import { above, settingsOf } from './settings.ts'

type Input = OperationTypes['CreateJob']['input']

export const createJob = operation('CreateJob', async (input, core) => {
  const { jobId, targets, targetSelection = 'SNAPSHOT', jobTemplateArn, tags } = input
  if (targetSelection !== 'SNAPSHOT' && targetSelection !== 'CONTINUOUS') throw invalidRequest(`Invalid targetSelection ${targetSelection}`)
  if (input.namespaceId !== undefined) throw notEmulated('The namespaceId of a job')
  if (input.documentParameters !== undefined) throw invalidRequest('documentParameters are for jobs made from a managed template of AWS.')
  const { document, documentSource, schedulingConfig, ...settings } = definition(core, input)
  const { presignedUrlConfig } = settings
  const source = await documentOf(core, { document, documentSource, presignedUrlConfig })
  for (const versionArn of settings.destinationPackageVersions ?? []) deployableVersion(core.state, versionArn)
  mergeTags([], tags ?? [])
  refusing(() => core.jobs.create({ ...settings, ...source, jobId, targets, targetSelection, schedulingConfig, jobTemplateArn }))
  tagCreated(core.state, jobArn(core, jobId), tags)
  return { jobArn: jobArn(core, jobId), jobId, description: settings.description }
})

/** What the request says, above what its template says. */
function definition(core: IotCore, input: Input) {
  const { description, document, documentSource, schedulingConfig, jobTemplateArn } = input
  const given = { ...settingsOf(input), description, document, documentSource, schedulingConfig }
  if (jobTemplateArn === undefined) return given
  if (document !== undefined || documentSource !== undefined) {
    throw invalidRequest('A job has a document, a documentSource or a jobTemplateArn, and no two of them.')
  }
  const template = refusing(() => core.jobs.template(jobTemplateArn.split('/').at(-1) ?? ''))
  // Its document was read when it was made.
  return above(given, {
    ...settingsOf(template), description: template.description, document: template.document, schedulingConfig: windowsOf(template, input),
  })
}

/** A template's windows are for the continuous jobs of it. */
const windowsOf = ({ maintenanceWindows = [] }: JobTemplate, { targetSelection }: Input) =>
  (maintenanceWindows.length > 0 && targetSelection === 'CONTINUOUS' ? { maintenanceWindows } : undefined)
