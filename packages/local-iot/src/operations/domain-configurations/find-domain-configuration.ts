import type { DomainConfiguration, IotState } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'

export function findDomainConfiguration({ domainConfigurations }: IotState, name: string): DomainConfiguration {
  const configuration = domainConfigurations.get(name)
  if (configuration === undefined) throw notFound(`Domain configuration not found: ${name}`)
  return configuration
}
