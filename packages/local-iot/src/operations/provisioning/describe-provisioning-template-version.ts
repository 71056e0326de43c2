import { operation } from '../operation.ts'
import { findTemplate, findVersion } from './find-template.ts'

export const describeProvisioningTemplateVersion = operation('DescribeProvisioningTemplateVersion', (input, { state }) => {
  const template = findTemplate(state, input.templateName)
  const { versionId, templateBody, createdAtMs } = findVersion(template, input.versionId)
  return { versionId, templateBody, creationDate: new Date(createdAtMs), isDefaultVersion: versionId === template.defaultVersionId }
})
