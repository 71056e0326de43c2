import { number, required, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-rolealias.html */
export const iotRoleAlias = resource('AWS::IoT::RoleAlias', {
  uses: { iot },
  properties: {
    RoleAlias: text,
    RoleArn: required(text),
    CredentialDurationSeconds: number,
    Tags: tags,
  },
  async create({ RoleAlias, RoleArn: roleArn, CredentialDurationSeconds: credentialDurationSeconds }, { services, physicalName, arn }) {
    const roleAlias = RoleAlias ?? physicalName(128)
    await services.iot.call('CreateRoleAlias', present({ roleAlias, roleArn, credentialDurationSeconds }))
    return { ref: roleAlias, attributes: { RoleAliasArn: arn('iot', `rolealias/${roleAlias}`) } }
  },
  async update(
    { RoleAlias, RoleArn: roleArn, CredentialDurationSeconds: credentialDurationSeconds },
    { ref: roleAlias, attributes = {}, properties: before },
    { services },
  ) {
    if (RoleAlias !== before.RoleAlias) return replacement
    await services.iot.call('UpdateRoleAlias', present({ roleAlias, roleArn, credentialDurationSeconds }))
    return { ref: roleAlias, attributes }
  },
  remove: async ({ ref: roleAlias }, { services }) => void await services.iot.call('DeleteRoleAlias', { roleAlias }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
