import type { IotState } from '../../state/iot-state.ts'
import type { RegistrationConfig } from '../../model/model.generated.ts'
import { findTemplate, readBody } from '../provisioning/find-template.ts'
import { checkRoleArn } from '../role-aliases/find-role-alias.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

/** Throws where devices cannot be provisioned so: by a template in it, or by one of type JITP that it names: jit-provisioning.html */
export function checkRegistrationConfig(state: IotState, config: RegistrationConfig | undefined): void {
  if (config === undefined) return
  const { templateName, templateBody, roleArn } = config
  if ((templateName === undefined) === (templateBody === undefined))
    throw invalidRequest('registrationConfig has either a templateName or a templateBody')
  if (roleArn !== undefined) checkRoleArn(roleArn)
  if (templateBody !== undefined) {
    if (roleArn === undefined) throw invalidRequest('registrationConfig with a templateBody has a roleArn')
    readBody(templateBody)
  }
  if (templateName === undefined) return
  const { type } = findTemplate(state, templateName)
  if (type !== 'JITP') throw invalidRequest(`Provisioning template ${templateName} is of type ${type}, not JITP`)
}
