import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findSecurityProfile } from './find-security-profile.ts'

const PAGE_SIZE = 25

export const listTargetsForSecurityProfile =
  operation('ListTargetsForSecurityProfile', ({ securityProfileName, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const { targets } = findSecurityProfile(state, securityProfileName)
    const { items, nextToken: next } = page(targets, (arn) => arn, nextToken, maxResults)
    return { securityProfileTargets: items.map((arn) => ({ arn })), nextToken: next }
  })
