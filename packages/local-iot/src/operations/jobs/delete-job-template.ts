import { operation } from '../operation.ts'
import { refusing } from './refusing.ts'

export const deleteJobTemplate = operation('DeleteJobTemplate', ({ jobTemplateId }, { jobs, state }) => {
  refusing(() => jobs.template(jobTemplateId))
  jobs.store.templates.delete(jobTemplateId)
  state.tags.delete(state.arn(`jobtemplate/${jobTemplateId}`))
})
