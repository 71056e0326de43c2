import { operation } from '../operation.ts'
import { findDomainConfiguration } from './find-domain-configuration.ts'

export const describeDomainConfiguration = operation('DescribeDomainConfiguration', ({ domainConfigurationName }, { state }) => {
  const { serverCertificateArns, status, statusChangedAtMs, ...configuration } = findDomainConfiguration(state, domainConfigurationName)
  return {
    ...configuration,
    serverCertificates: serverCertificateArns.map((serverCertificateArn) => ({ serverCertificateArn, serverCertificateStatus: 'VALID' })),
    domainConfigurationStatus: status,
    serviceType: 'DATA',
    domainType: configuration.domainName === undefined ? 'AWS_MANAGED' : 'CUSTOMER_MANAGED',
    lastStatusChangeDate: new Date(statusChangedAtMs),
  }
})
