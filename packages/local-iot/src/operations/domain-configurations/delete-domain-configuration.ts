import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { findDomainConfiguration } from './find-domain-configuration.ts'

/** How long a domain of AWS's has to have been disabled; one's own may go at once (iot-custom-endpoints-managing.html). */
const AWS_MANAGED_WAIT_MS = 7 * 86_400_000

export const deleteDomainConfiguration = operation('DeleteDomainConfiguration', ({ domainConfigurationName }, { state }) => {
  const { status, statusChangedAtMs, domainName, domainConfigurationArn } = findDomainConfiguration(state, domainConfigurationName)
  if (status === 'ENABLED') throw invalidRequest(`Domain configuration ${domainConfigurationName} must be disabled before it is deleted`)
  if (domainName === undefined && state.clock.nowMs() < statusChangedAtMs + AWS_MANAGED_WAIT_MS) {
    throw invalidRequest(
      `AWS-managed domain configuration ${domainConfigurationName} must have been disabled for 7 days before it is deleted`,
    )
  }
  state.domainConfigurations.delete(domainConfigurationName)
  state.tags.delete(domainConfigurationArn)
  return {}
})
