import { isDeepStrictEqual } from 'node:util'
import { answered } from '../iot.ts'
import { json, list, oneOf, refused, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-domainconfiguration.html */
export const iotDomainConfiguration = resource('AWS::IoT::DomainConfiguration', {
  uses: { iot },
  properties: {
    DomainConfigurationName: text,
    DomainName: text,
    ServiceType: text,
    AuthorizerConfig: json,
    ServerCertificateArns: list(text),
    ServerCertificateConfig: json,
    TlsConfig: json,
    AuthenticationType: text,
    ApplicationProtocol: text,
    ClientCertificateConfig: json,
    DomainConfigurationStatus: oneOf('ENABLED', 'DISABLED'),
    ValidationCertificateArn: refused('nobody validates domains here'),
    Tags: tags,
  },
  async create({ DomainConfigurationName, DomainConfigurationStatus: status, ...properties }, { services, physicalName }) {
    const domainConfigurationName = DomainConfigurationName ?? physicalName(128)
    const created = await services.iot.call(
      'CreateDomainConfiguration', present({ domainConfigurationName, ...memberNames(present(properties)) as object }),
    )
    if (status === 'DISABLED')
      await services.iot.call('UpdateDomainConfiguration', { domainConfigurationName, domainConfigurationStatus: status })
    const domainType = properties.DomainName === undefined ? 'AWS_MANAGED' : 'CUSTOMER_MANAGED'
    return { ref: domainConfigurationName, attributes: { Arn: answered(created, 'domainConfigurationArn'), DomainType: domainType } }
  },
  async update(
    {
      DomainConfigurationStatus: status, AuthorizerConfig, TlsConfig, AuthenticationType, ApplicationProtocol, ClientCertificateConfig,
      ServerCertificateConfig, ...properties
    },
    { ref: domainConfigurationName, attributes = {}, properties: before },
    { services },
  ) {
    if (Object.entries(properties).some(([name, value]) => !isDeepStrictEqual(value, Reflect.get(before, name)))) return replacement
    const changeable = {
      AuthorizerConfig, TlsConfig, AuthenticationType, ApplicationProtocol, ClientCertificateConfig, ServerCertificateConfig,
    }
    await services.iot.call('UpdateDomainConfiguration', present({
      domainConfigurationName, domainConfigurationStatus: status ?? 'ENABLED', ...memberNames(present(changeable)) as object,
    }))
    return { ref: domainConfigurationName, attributes }
  },
  // Only one that is disabled can be deleted.
  async remove({ ref: domainConfigurationName }, { services }) {
    await services.iot.call('UpdateDomainConfiguration', { domainConfigurationName, domainConfigurationStatus: 'DISABLED' })
      .catch(unlessGone)
    await services.iot.call('DeleteDomainConfiguration', { domainConfigurationName }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
