import { LocalIotError } from '../../errors/local-iot-error.ts'
import { parseTemplate, type TemplateDocument } from '../../provisioning/template.ts'
import type { IotState, ProvisioningTemplate, ProvisioningTemplateVersion } from '../../state/iot-state.ts'
import type { ProvisioningHook } from '../../model/model.generated.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

/** The only payload that hooks have: pre-provisioning-hook.html */
const PAYLOAD_VERSION = '2020-04-01'

export function findTemplate({ provisioningTemplates }: IotState, templateName: string): ProvisioningTemplate {
  const template = provisioningTemplates.get(templateName)
  if (template === undefined) throw notFound(`Provisioning template ${templateName} does not exist.`)
  return template
}

export function findVersion({ templateName, versions }: ProvisioningTemplate, versionId: number): ProvisioningTemplateVersion {
  const version = versions.find((one) => one.versionId === versionId)
  if (version === undefined) throw notFound(`Provisioning template ${templateName} has no version ${versionId}.`)
  return version
}

/** The body that counts. */
export const defaultBody = (template: ProvisioningTemplate): string => findVersion(template, template.defaultVersionId).templateBody

export const templateArn = (state: IotState, templateName: string): string => state.arn(`provisioningtemplate/${templateName}`)

/** The body read; throws InvalidRequestException that says where it is wrong. */
export function readBody(templateBody: string): TemplateDocument {
  try {
    return parseTemplate(templateBody)
  } catch (error) {
    throw error instanceof LocalIotError ? invalidRequest(error.message) : error
  }
}

/** The hook as it is kept. Throws where the template cannot have one, or it is none. */
export function checkedHook(
  hook: ProvisioningHook | undefined, type: ProvisioningTemplate['type'],
): ProvisioningTemplate['preProvisioningHook'] {
  if (hook === undefined) return undefined
  // API_CreateProvisioningTemplate.html: only for templates of type FLEET_PROVISIONING.
  if (type !== 'FLEET_PROVISIONING') throw invalidRequest(`A template of type ${type} has no pre-provisioning hook`)
  const { targetArn, payloadVersion = PAYLOAD_VERSION } = hook
  if (!/^arn:aws[\w-]*:lambda:/.test(targetArn)) throw invalidRequest(`Invalid target ARN of the pre-provisioning hook: ${targetArn}`)
  if (payloadVersion !== PAYLOAD_VERSION) throw invalidRequest(`Invalid payloadVersion of the pre-provisioning hook: ${payloadVersion}`)
  return { targetArn, payloadVersion }
}
