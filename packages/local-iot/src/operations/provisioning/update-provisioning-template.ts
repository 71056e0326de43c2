import { operation } from '../operation.ts'
import { checkRoleArn } from '../role-aliases/find-role-alias.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { checkedHook, findTemplate, findVersion } from './find-template.ts'

export const updateProvisioningTemplate = operation('UpdateProvisioningTemplate', (input, { state }) => {
  const { removePreProvisioningHook = false } = input
  const template = findTemplate(state, input.templateName)
  const {
    description = template.description, enabled = template.enabled, defaultVersionId = template.defaultVersionId,
    provisioningRoleArn = template.provisioningRoleArn,
  } = input
  findVersion(template, defaultVersionId)
  checkRoleArn(provisioningRoleArn)
  if (removePreProvisioningHook && input.preProvisioningHook !== undefined) {
    throw invalidRequest('preProvisioningHook and removePreProvisioningHook exclude each other')
  }
  const hook = checkedHook(input.preProvisioningHook, template.type) ?? template.preProvisioningHook
  state.provisioningTemplates.set(template.templateName, {
    ...template, description, enabled, defaultVersionId, provisioningRoleArn,
    preProvisioningHook: removePreProvisioningHook ? undefined : hook, modifiedAtMs: state.clock.nowMs(),
  })
  return {}
})
