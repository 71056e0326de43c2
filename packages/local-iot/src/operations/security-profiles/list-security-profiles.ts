import { invalidRequest } from '../../errors/service-exception.ts'
import type { SecurityProfile } from '../../state/device-defender.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { securityProfileArn } from './find-security-profile.ts'

const PAGE_SIZE = 25

// Of a dimension and a metric one at most is given: API_ListSecurityProfiles.html
export const listSecurityProfiles =
  operation('ListSecurityProfiles', ({ dimensionName, metricName, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    if (dimensionName !== undefined && metricName !== undefined)
      throw invalidRequest('Only one of dimensionName and metricName can be given.')
    const uses = ({ behaviors, metricsToRetain }: SecurityProfile) => [...behaviors, ...metricsToRetain].some(
      ({ metric, metricDimension }) =>
        (metricName === undefined ? metricDimension?.dimensionName === dimensionName : metric === metricName),
    )
    const isListed = (profile: SecurityProfile) => (metricName === undefined && dimensionName === undefined) || uses(profile)
    const listed = [...state.securityProfiles.values()].filter(isListed)
    const { items, nextToken: next } = page(listed, ({ securityProfileName }) => securityProfileName, nextToken, maxResults)
    const securityProfileIdentifiers = items.map(({ securityProfileName: name }) => ({ name, arn: securityProfileArn(state, name) }))
    return { securityProfileIdentifiers, nextToken: next }
  })
