import { operation } from '../operation.ts'
import { refusing } from './refusing.ts'

export const describeJobTemplate = operation('DescribeJobTemplate', ({ jobTemplateId }, { jobs, state }) => {
  const { createdAtMs, ...template } = refusing(() => jobs.template(jobTemplateId))
  return { ...template, jobTemplateArn: state.arn(`jobtemplate/${jobTemplateId}`), createdAt: new Date(createdAtMs) }
})
