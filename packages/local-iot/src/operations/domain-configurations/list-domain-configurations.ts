import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listDomainConfigurations =
  operation('ListDomainConfigurations', ({ marker, pageSize = 25, serviceType = 'DATA' }, { state }) => {
    const all = serviceType === 'DATA' ? state.domainConfigurations.values() : []
    const { items, nextToken } = page(all, ({ domainConfigurationName }) => domainConfigurationName, marker, pageSize)
    return {
      domainConfigurations: items.map(({ domainConfigurationName, domainConfigurationArn }) => ({
        domainConfigurationName, domainConfigurationArn, serviceType: 'DATA',
      })),
      nextMarker: nextToken,
    }
  })
