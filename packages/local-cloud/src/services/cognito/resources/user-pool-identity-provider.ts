import { ignored, refused } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'

const reason = 'people sign in by the user pool itself alone here, not by another provider'

/**
 * Known, and refused.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolidentityprovider.html
 */
export const cognitoUserPoolIdentityProvider = resource('AWS::Cognito::UserPoolIdentityProvider', {
  properties: {
    // Every provider says this.
    ProviderType: refused(reason),
    UserPoolId: ignored(reason),
    ProviderName: ignored(reason),
    ProviderDetails: ignored(reason),
    AttributeMapping: ignored(reason),
    IdpIdentifiers: ignored(reason),
  },
  create() {
    throw new TypeError(reason)
  },
})
