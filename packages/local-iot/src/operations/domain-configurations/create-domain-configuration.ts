import type { CreateDomainConfigurationRequest } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { alreadyExists, invalidRequest } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'

export const createDomainConfiguration = operation('CreateDomainConfiguration', (input, { state }) => {
  const { domainConfigurationName, serverCertificateArns = [], tags } = input
  checkDomain(input)
  const known = state.domainConfigurations.get(domainConfigurationName)
  if (known !== undefined) {
    const resource = { resourceId: domainConfigurationName, resourceArn: known.domainConfigurationArn }
    throw alreadyExists(`Domain configuration already exists: ${domainConfigurationName}`, resource)
  }
  const domainConfigurationArn = state.arn(`domainconfiguration/${domainConfigurationName}/${state.newId().slice(0, 5)}`)
  tagCreated(state, domainConfigurationArn, tags)
  state.domainConfigurations.set(domainConfigurationName, {
    domainConfigurationName, domainConfigurationArn, serverCertificateArns, status: 'ENABLED', statusChangedAtMs: state.clock.nowMs(),
    domainName: input.domainName, authorizerConfig: input.authorizerConfig, tlsConfig: input.tlsConfig,
    serverCertificateConfig: input.serverCertificateConfig, authenticationType: input.authenticationType,
    applicationProtocol: input.applicationProtocol, clientCertificateConfig: input.clientCertificateConfig,
  })
  return { domainConfigurationName, domainConfigurationArn }
})

function checkDomain({ domainName, serverCertificateArns = [], serviceType = 'DATA' }: CreateDomainConfigurationRequest): void {
  if (serviceType !== 'DATA') throw invalidRequest(`Service type ${serviceType} is not supported: only DATA is`)
  if (domainName !== undefined && serverCertificateArns.length === 0)
    throw invalidRequest('A domain of your own needs a server certificate')
}
