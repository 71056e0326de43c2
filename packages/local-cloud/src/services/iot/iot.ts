import { isRecord } from '@keg/aws-service'

/** AWS IoT Core's control plane, as resources use it. */
export interface Iot {
  /** The input is what the template says; the operation itself checks it, and throws AWS's error. */
  call(operation: IotOperation, input: object): Promise<unknown>
}

/** The operations of AWS IoT that resources are created, changed and removed with. */
export type IotOperation =
  | 'AttachPolicy'
  | 'AttachThingPrincipal'
  | 'CreateAuthorizer'
  | 'CreateBillingGroup'
  | 'CreateCertificateFromCsr'
  | 'CreateDomainConfiguration'
  | 'CreatePolicy'
  | 'CreatePolicyVersion'
  | 'CreateProvisioningTemplate'
  | 'CreateProvisioningTemplateVersion'
  | 'CreateRoleAlias'
  | 'CreateThing'
  | 'CreateThingGroup'
  | 'CreateThingType'
  | 'CreateTopicRule'
  | 'CreateTopicRuleDestination'
  | 'DeleteAuthorizer'
  | 'DeleteBillingGroup'
  | 'DeleteCACertificate'
  | 'DeleteCertificate'
  | 'DeleteDomainConfiguration'
  | 'DeletePolicy'
  | 'DeletePolicyVersion'
  | 'DeleteProvisioningTemplate'
  | 'DeleteProvisioningTemplateVersion'
  | 'DeleteRoleAlias'
  | 'DeleteThing'
  | 'DeleteThingGroup'
  | 'DeleteThingType'
  | 'DeleteTopicRule'
  | 'DeleteTopicRuleDestination'
  | 'DeprecateThingType'
  | 'DetachPolicy'
  | 'DetachThingPrincipal'
  | 'ListPolicyVersions'
  | 'ListProvisioningTemplateVersions'
  | 'RegisterCACertificate'
  | 'RegisterCertificate'
  | 'RegisterCertificateWithoutCA'
  | 'ReplaceTopicRule'
  | 'SetV2LoggingOptions'
  | 'UpdateAuthorizer'
  | 'UpdateBillingGroup'
  | 'UpdateCACertificate'
  | 'UpdateCertificate'
  | 'UpdateDomainConfiguration'
  | 'UpdateProvisioningTemplate'
  | 'UpdateRoleAlias'
  | 'UpdateThing'
  | 'UpdateThingGroup'
  | 'UpdateThingType'
  | 'UpdateTopicRuleDestination'

/** A member of what an operation answers. */
export function answered(output: unknown, member: string): string {
  return isRecord(output) ? String(output[member] ?? '') : ''
}
