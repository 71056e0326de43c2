import { createProvisioningClaim } from './create-provisioning-claim.ts'
import { createProvisioningTemplateVersion } from './create-provisioning-template-version.ts'
import { createProvisioningTemplate } from './create-provisioning-template.ts'
import { deleteProvisioningTemplateVersion } from './delete-provisioning-template-version.ts'
import { deleteProvisioningTemplate } from './delete-provisioning-template.ts'
import { describeProvisioningTemplateVersion } from './describe-provisioning-template-version.ts'
import { describeProvisioningTemplate } from './describe-provisioning-template.ts'
import { listProvisioningTemplateVersions } from './list-provisioning-template-versions.ts'
import { listProvisioningTemplates } from './list-provisioning-templates.ts'
import { registerThing } from './register-thing.ts'
import { updateProvisioningTemplate } from './update-provisioning-template.ts'

/** The operations of device provisioning, by AWS's name. */
export const provisioningOperations = {
  CreateProvisioningClaim: createProvisioningClaim,
  CreateProvisioningTemplate: createProvisioningTemplate,
  CreateProvisioningTemplateVersion: createProvisioningTemplateVersion,
  DeleteProvisioningTemplate: deleteProvisioningTemplate,
  DeleteProvisioningTemplateVersion: deleteProvisioningTemplateVersion,
  DescribeProvisioningTemplate: describeProvisioningTemplate,
  DescribeProvisioningTemplateVersion: describeProvisioningTemplateVersion,
  ListProvisioningTemplates: listProvisioningTemplates,
  ListProvisioningTemplateVersions: listProvisioningTemplateVersions,
  RegisterThing: registerThing,
  UpdateProvisioningTemplate: updateProvisioningTemplate,
} as const
