import { answered } from '../services/iot/iot.ts'
import { json, list, oneOf, refused, text } from './property.ts'
import { memberNames } from './member-names.ts'
import { present } from './present.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-domainconfiguration.html */
export const iotDomainConfiguration = resource('AWS::IoT::DomainConfiguration', {
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
    const created = await services.iot.call('CreateDomainConfiguration', present({ domainConfigurationName, ...memberNames(present(properties)) as object }))
    if (status === 'DISABLED') await services.iot.call('UpdateDomainConfiguration', { domainConfigurationName, domainConfigurationStatus: status })
    const domainType = properties.DomainName === undefined ? 'AWS_MANAGED' : 'CUSTOMER_MANAGED'
    return { ref: domainConfigurationName, attributes: { Arn: answered(created, 'domainConfigurationArn'), DomainType: domainType } }
  },
})
