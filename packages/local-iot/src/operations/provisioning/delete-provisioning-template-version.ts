import { operation } from '../operation.ts'
import { deleteConflict } from '../../errors/service-exception.ts'
import { findTemplate, findVersion } from './find-template.ts'

export const deleteProvisioningTemplateVersion = operation('DeleteProvisioningTemplateVersion', (input, { state }) => {
  const template = findTemplate(state, input.templateName)
  const { versionId } = findVersion(template, input.versionId)
  if (versionId === template.defaultVersionId)
    throw deleteConflict(`Version ${versionId} is the default version of provisioning template ${template.templateName}`)
  state.provisioningTemplates.set(template.templateName, {
    ...template, versions: template.versions.filter((version) => version.versionId !== versionId), modifiedAtMs: state.clock.nowMs(),
  })
  return {}
})
