import { document, ignored, list, object, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iam } from '../name.ts'
import { tags } from '../../../ground/tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const iamRole = resource('AWS::IAM::Role', {
  uses: { iam },
  properties: {
    RoleName: text,
    Path: text,
    Policies: list(object({ PolicyName: required(text), PolicyDocument: required(document) })),
    AssumeRolePolicyDocument: ignored('any service of this run may take any role'),
    ManagedPolicyArns: list(text),
    PermissionsBoundary: text,
    Description: ignored('it is for people'),
    MaxSessionDuration: ignored('keys last as long as this run'),
    Tags: tags,
  },
  create(
    { RoleName, Path = '/', Policies = [], ManagedPolicyArns, PermissionsBoundary }, { services: { iam }, physicalName, accountId, id },
  ) {
    const name = RoleName ?? physicalName(64)
    const arn = `arn:aws:iam::${accountId}:role${Path}${name}`
    iam.createRole(name, arn, { managedPolicyArns: ManagedPolicyArns ?? [], boundaryArn: PermissionsBoundary })
    iam.removePolicies(id)
    Policies.forEach(({ PolicyDocument }, index) => iam.addPolicy(`${id}/inline/${index}`, name, PolicyDocument))
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${name}` } }
  },
  remove: ({ ref }, { services: { iam } }) => iam.removeRole(ref),
})
