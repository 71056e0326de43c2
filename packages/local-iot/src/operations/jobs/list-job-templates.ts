import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

export const listJobTemplates = operation('ListJobTemplates', ({ nextToken, maxResults = 250 }, { jobs, state }) => {
  const all = jobs.store.templates.values()
  const { items, nextToken: next } = page(all, (template) => byCreation(template, template.jobTemplateId), nextToken, maxResults, true)
  const jobTemplates = items.map(({ jobTemplateId, description, createdAtMs }) => ({
    jobTemplateArn: state.arn(`jobtemplate/${jobTemplateId}`), jobTemplateId, description, createdAt: new Date(createdAtMs),
  }))
  return { jobTemplates, nextToken: next }
})
