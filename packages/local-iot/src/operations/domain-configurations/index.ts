import { createDomainConfiguration } from './create-domain-configuration.ts'
import { deleteDomainConfiguration } from './delete-domain-configuration.ts'
import { describeDomainConfiguration } from './describe-domain-configuration.ts'
import { listDomainConfigurations } from './list-domain-configurations.ts'
import { updateDomainConfiguration } from './update-domain-configuration.ts'

/** The operations on domain configurations, by AWS's name. */
export const domainConfigurationOperations = {
  CreateDomainConfiguration: createDomainConfiguration,
  DeleteDomainConfiguration: deleteDomainConfiguration,
  DescribeDomainConfiguration: describeDomainConfiguration,
  ListDomainConfigurations: listDomainConfigurations,
  UpdateDomainConfiguration: updateDomainConfiguration,
} as const
