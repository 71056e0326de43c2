import { ignored, refused } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'

const reason = 'identity pools are not emulated: nobody gets AWS credentials by signing in here'

/**
 * Known, and refused.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html
 */
export const cognitoIdentityPool = resource('AWS::Cognito::IdentityPool', {
  properties: {
    // Every identity pool says this.
    AllowUnauthenticatedIdentities: refused(reason),
    AllowClassicFlow: ignored(reason),
    CognitoEvents: ignored(reason),
    CognitoIdentityProviders: ignored(reason),
    CognitoStreams: ignored(reason),
    DeveloperProviderName: ignored(reason),
    IdentityPoolName: ignored(reason),
    IdentityPoolTags: ignored(reason),
    OpenIdConnectProviderARNs: ignored(reason),
    PushSync: ignored(reason),
    SamlProviderARNs: ignored(reason),
    SupportedLoginProviders: ignored(reason),
  },
  create() {
    throw new TypeError(reason)
  },
})
