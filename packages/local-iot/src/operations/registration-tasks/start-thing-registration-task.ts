import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { readBody } from '../provisioning/find-template.ts'

export const startThingRegistrationTask = operation('StartThingRegistrationTask', (input, { registrationTasks }) => {
  const template = readBody(input.templateBody)
  // "Only one bulk registration operation task can run at a time": bulk-provisioning.html
  if (registrationTasks.running !== undefined) throw invalidRequest(`The task ${registrationTasks.running} is running: one runs at a time.`)
  const taskId = registrationTasks.start(input, template)
  if (taskId === undefined) throw invalidRequest('There is no S3 for the input file: give createLocalIot an `aws` endpoint for s3.')
  return { taskId }
})
