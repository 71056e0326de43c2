import { operation } from '../operation.ts'
import { deleteConflict } from '../../errors/service-exception.ts'
import { findTemplate, templateArn } from './find-template.ts'

export const deleteProvisioningTemplate = operation('DeleteProvisioningTemplate', (input, { state }) => {
  const { templateName } = findTemplate(state, input.templateName)
  const user = [...state.caCertificates.values()].find(({ registrationConfig }) => registrationConfig?.templateName === templateName)
  if (user !== undefined) throw deleteConflict(`Provisioning template ${templateName} is that of CA certificate ${user.certificateId}`)
  state.provisioningTemplates.delete(templateName)
  state.tags.delete(templateArn(state, templateName))
  return {}
})
