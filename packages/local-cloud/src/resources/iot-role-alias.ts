import { number, required, text } from './property.ts'
import { present } from './present.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-rolealias.html */
export const iotRoleAlias = resource('AWS::IoT::RoleAlias', {
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
})
