import { ignored, object, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { cognito } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html */
export const cognitoUserPoolDomain = resource('AWS::Cognito::UserPoolDomain', {
  uses: { cognito },
  properties: {
    UserPoolId: required(text),
    Domain: required(text),
    CustomDomainConfig: object({ CertificateArn: ignored('the pages come without TLS, from the loopback address') }),
    ManagedLoginVersion: ignored('the sign-in page is a plain one'),
  },
  create({ Domain, UserPoolId }, { services }) {
    services.cognito.pools.addDomain(Domain, UserPoolId)
    // In AWS the name that a DNS record of a custom domain leads to.
    return { ref: Domain, attributes: { CloudFrontDistribution: new URL(services.cognito.site.url(Domain)).host } }
  },
  update: ({ Domain, UserPoolId }, { ref, attributes, properties: before }) =>
    (Domain === before.Domain && UserPoolId === before.UserPoolId
      ? { ref, ...(attributes === undefined ? {} : { attributes }) }
      : replacement),
  remove: ({ ref }, { services }) => services.cognito.pools.removeDomain(ref),
  // It is kept with the pool.
  restore: () => undefined,
})
