import { operation } from '../operation.ts'
import { ServiceException } from '../../errors/service-exception.ts'
import { findTemplate, readBody, templateArn } from './find-template.ts'

/** The most versions of one template: API_CreateProvisioningTemplateVersion.html, AWS IoT Core quotas. */
const MAX_VERSIONS = 5

export const createProvisioningTemplateVersion = operation('CreateProvisioningTemplateVersion', (input, { state }) => {
  const { templateName, templateBody, setAsDefault = false } = input
  const template = findTemplate(state, templateName)
  readBody(templateBody)
  if (template.versions.length >= MAX_VERSIONS) {
    throw new ServiceException(
      'VersionsLimitExceededException',
      409,
      `The provisioning template ${templateName} already has the maximum number of versions (${MAX_VERSIONS})`,
    )
  }
  const nowMs = state.clock.nowMs()
  const versionId = template.lastVersion + 1
  state.provisioningTemplates.set(templateName, {
    ...template, lastVersion: versionId, modifiedAtMs: nowMs,
    versions: [...template.versions, { versionId, templateBody, createdAtMs: nowMs }],
    defaultVersionId: setAsDefault ? versionId : template.defaultVersionId,
  })
  return { templateArn: templateArn(state, templateName), templateName, versionId, isDefaultVersion: setAsDefault }
})
