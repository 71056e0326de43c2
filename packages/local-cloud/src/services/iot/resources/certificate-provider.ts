import { answered } from '../iot.ts'
import { list, oneOf, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-certificateprovider.html */
export const iotCertificateProvider = resource('AWS::IoT::CertificateProvider', {
  uses: { iot },
  properties: {
    CertificateProviderName: text,
    LambdaFunctionArn: required(text),
    AccountDefaultForOperations: required(list(oneOf('CreateCertificateFromCsr'))),
    Tags: tags,
  },
  async create(
    { CertificateProviderName, LambdaFunctionArn: lambdaFunctionArn, AccountDefaultForOperations: accountDefaultForOperations },
    { services, physicalName, needs },
  ) {
    const certificateProviderName = CertificateProviderName ?? physicalName(128)
    const created = await services.iot.call('CreateCertificateProvider', {
      certificateProviderName, lambdaFunctionArn, accountDefaultForOperations,
    })
    const sourceArn = answered(created, 'certificateProviderArn')
    needs.invokes({ functionArn: lambdaFunctionArn, principal: 'iot.amazonaws.com', sourceArn })
    return { ref: certificateProviderName, attributes: { Arn: sourceArn } }
  },
  async update(
    { CertificateProviderName, LambdaFunctionArn: lambdaFunctionArn, AccountDefaultForOperations: accountDefaultForOperations },
    { ref: certificateProviderName, attributes = {}, properties: before },
    { services, needs },
  ) {
    if (CertificateProviderName !== before.CertificateProviderName) return replacement
    const updated = await services.iot.call('UpdateCertificateProvider', {
      certificateProviderName, lambdaFunctionArn, accountDefaultForOperations,
    })
    const sourceArn = answered(updated, 'certificateProviderArn')
    needs.invokes({ functionArn: lambdaFunctionArn, principal: 'iot.amazonaws.com', sourceArn })
    return { ref: certificateProviderName, attributes }
  },
  remove: async ({ ref: certificateProviderName }, { services }) =>
    void await services.iot.call('DeleteCertificateProvider', { certificateProviderName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: ({ properties, attributes = {} }, { needs }) =>
    needs.invokes({
      functionArn: properties.LambdaFunctionArn, principal: 'iot.amazonaws.com', sourceArn: String(attributes['Arn']),
    }),
})
