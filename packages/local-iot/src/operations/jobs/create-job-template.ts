import type { IotCore } from '../iot-core.ts'
import type { OperationTypes } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { mergeTags, tagCreated } from '../tags/tags.ts'
import { documentOf } from './document-of.ts'
import { refusing } from './refusing.ts'
import { above, settingsOf } from './settings.ts'

export const createJobTemplate = operation('CreateJobTemplate', async (input, core) => {
  const { jobTemplateId, description, maintenanceWindows, tags } = input
  const { document, documentSource, ...settings } = definition(core, input)
  const { presignedUrlConfig } = settings
  const source = await documentOf(core, { document, documentSource, presignedUrlConfig })
  mergeTags([], tags ?? [])
  refusing(() => core.jobs.createTemplate({ ...settings, ...source, jobTemplateId, description, maintenanceWindows }), 'ConflictException')
  const jobTemplateArn = core.state.arn(`jobtemplate/${jobTemplateId}`)
  tagCreated(core.state, jobTemplateArn, tags)
  return { jobTemplateArn, jobTemplateId }
})

/** What the request says, above what the job that it names says. */
function definition({ jobs }: IotCore, input: OperationTypes['CreateJobTemplate']['input']) {
  const { document, documentSource, jobArn } = input
  const given = { ...settingsOf(input), document, documentSource }
  if (jobArn === undefined) return given
  const job = refusing(() => jobs.store.job(jobArn.split('/').at(-1) ?? ''))
  return above(given, { ...settingsOf(job), document: documentSource === undefined ? job.document : undefined })
}
