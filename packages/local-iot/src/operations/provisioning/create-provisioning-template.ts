import { operation } from '../operation.ts'
import { checkRoleArn } from '../role-aliases/find-role-alias.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkedHook, readBody, templateArn } from './find-template.ts'

// Nobody is provisioned by a template that is not enabled: API_CreateProvisioningTemplate.html
export const createProvisioningTemplate = operation('CreateProvisioningTemplate', (input, { state }) => {
  const { templateName, templateBody, description, provisioningRoleArn, enabled = false, tags } = input
  // One of the two: checked against the model.
  const type = (input.type ?? 'FLEET_PROVISIONING') as 'FLEET_PROVISIONING' | 'JITP'
  readBody(templateBody)
  checkRoleArn(provisioningRoleArn)
  const preProvisioningHook = checkedHook(input.preProvisioningHook, type)
  const arn = templateArn(state, templateName)
  if (state.provisioningTemplates.has(templateName)) {
    throw alreadyExists(`Provisioning template ${templateName} already exists`, { resourceId: templateName, resourceArn: arn })
  }
  tagCreated(state, arn, tags)
  const nowMs = state.clock.nowMs()
  state.provisioningTemplates.set(templateName, {
    templateName, type, description, enabled, provisioningRoleArn, preProvisioningHook, defaultVersionId: 1, lastVersion: 1,
    versions: [{ versionId: 1, templateBody, createdAtMs: nowMs }], createdAtMs: nowMs, modifiedAtMs: nowMs,
  })
  return { templateArn: arn, templateName, defaultVersionId: 1 }
})
