import { document, ignored, list, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iam } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
export const iamPolicy = resource('AWS::IAM::Policy', {
  uses: { iam },
  properties: {
    PolicyName: required(text),
    PolicyDocument: required(document),
    Roles: list(text),
    Groups: ignored('only roles act here'),
    Users: ignored('only roles act here'),
  },
  create({ PolicyName, PolicyDocument, Roles = [] }, { services: { iam }, id }) {
    for (const role of Roles) iam.addPolicy(id, role, PolicyDocument)
    return { ref: PolicyName, attributes: { Id: PolicyName } }
  },
  remove: (_, { services: { iam }, id }) => iam.removePolicies(id),
})
