import { operation } from '../operation.ts'
import { defaultBody, findTemplate, templateArn } from './find-template.ts'

export const describeProvisioningTemplate = operation('DescribeProvisioningTemplate', (input, { state }) => {
  const template = findTemplate(state, input.templateName)
  const {
    templateName, type, description, enabled, provisioningRoleArn, preProvisioningHook, defaultVersionId, createdAtMs, modifiedAtMs,
  } = template
  return {
    templateArn: templateArn(state, templateName), templateName, type, description, enabled, provisioningRoleArn, preProvisioningHook,
    defaultVersionId, templateBody: defaultBody(template), creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
  }
})
