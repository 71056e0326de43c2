import { ignored, refused } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'

const reason = 'identity pools are not emulated: nobody gets AWS credentials by signing in here'

/**
 * Known, and refused.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolroleattachment.html
 */
export const cognitoIdentityPoolRoleAttachment = resource('AWS::Cognito::IdentityPoolRoleAttachment', {
  properties: {
    // Every attachment says this.
    IdentityPoolId: refused(reason),
    RoleMappings: ignored(reason),
    Roles: ignored(reason),
  },
  create() {
    throw new TypeError(reason)
  },
})
