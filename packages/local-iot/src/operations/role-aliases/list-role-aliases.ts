import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listRoleAliases = operation('ListRoleAliases', ({ marker, pageSize = 25, ascendingOrder }, { state }) => {
  const { items, nextToken } = page(state.roleAliases.keys(), (roleAlias) => roleAlias, marker, pageSize, !ascendingOrder)
  return { roleAliases: items, nextMarker: nextToken }
})
