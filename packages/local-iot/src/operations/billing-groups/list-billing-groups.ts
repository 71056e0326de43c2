import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listBillingGroups = operation('ListBillingGroups', ({ namePrefixFilter = '', nextToken, maxResults }, { state }) => {
  const groups = [...state.billingGroups.keys()].filter((groupName) => groupName.startsWith(namePrefixFilter))
  const { items, nextToken: next } = page(groups, (groupName) => groupName, nextToken, maxResults ?? 50)
  return { billingGroups: items.map((groupName) => ({ groupName, groupArn: state.arn(`billinggroup/${groupName}`) })), nextToken: next }
})
