import { operation } from '../operation.ts'
import { invalidRequest } from '../service-exception.ts'
import { findDomainConfiguration } from './find-domain-configuration.ts'

// It has to be disabled before: iot-custom-endpoints-managing.html
export const deleteDomainConfiguration = operation('DeleteDomainConfiguration', ({ domainConfigurationName }, { state }) => {
  const { status, domainConfigurationArn } = findDomainConfiguration(state, domainConfigurationName)
  if (status === 'ENABLED') throw invalidRequest(`Domain configuration ${domainConfigurationName} must be disabled before it is deleted`)
  state.domainConfigurations.delete(domainConfigurationName)
  state.tags.delete(domainConfigurationArn)
  return {}
})
