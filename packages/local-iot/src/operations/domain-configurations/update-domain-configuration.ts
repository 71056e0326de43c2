import type { DomainConfiguration } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { findDomainConfiguration } from './find-domain-configuration.ts'

// What is left out stays.
export const updateDomainConfiguration = operation('UpdateDomainConfiguration', (input, { state }) => {
  const known = findDomainConfiguration(state, input.domainConfigurationName)
  // One of the two: checked against the model.
  const status = (input.domainConfigurationStatus ?? known.status) as DomainConfiguration['status']
  const { domainConfigurationName, domainConfigurationArn } = known
  state.domainConfigurations.set(domainConfigurationName, {
    ...known,
    status,
    statusChangedAtMs: status === known.status ? known.statusChangedAtMs : state.clock.nowMs(),
    authorizerConfig: input.removeAuthorizerConfig ? undefined : (input.authorizerConfig ?? known.authorizerConfig),
    tlsConfig: input.tlsConfig ?? known.tlsConfig,
    serverCertificateConfig: input.serverCertificateConfig ?? known.serverCertificateConfig,
    authenticationType: input.authenticationType ?? known.authenticationType,
    applicationProtocol: input.applicationProtocol ?? known.applicationProtocol,
    clientCertificateConfig: input.clientCertificateConfig ?? known.clientCertificateConfig,
  })
  return { domainConfigurationName, domainConfigurationArn }
})
