import { document, ignored, list, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iam } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const iamManagedPolicy = resource('AWS::IAM::ManagedPolicy', {
  uses: { iam },
  properties: {
    ManagedPolicyName: text,
    Path: text,
    PolicyDocument: required(document),
    Roles: list(text),
    Description: ignored('it is for people'),
    Groups: ignored('only roles act here'),
    Users: ignored('only roles act here'),
  },
  create({ ManagedPolicyName, Path = '/', PolicyDocument, Roles = [] }, { services: { iam }, physicalName, accountId, id }) {
    const arn = `arn:aws:iam::${accountId}:policy${Path}${ManagedPolicyName ?? physicalName(128)}`
    iam.createManagedPolicy(arn, PolicyDocument)
    for (const role of Roles) iam.addPolicy(id, role, PolicyDocument)
    return { ref: arn, attributes: { PolicyArn: arn } }
  },
  remove({ ref }, { services: { iam }, id }) {
    iam.removePolicies(id)
    iam.removeManagedPolicy(ref)
  },
})
