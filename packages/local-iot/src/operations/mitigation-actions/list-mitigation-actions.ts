import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { actionType, mitigationActionArn } from './find-mitigation-action.ts'

const PAGE_SIZE = 25

export const listMitigationActions =
  operation('ListMitigationActions', ({ actionType: type, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const listed = [...state.mitigationActions.values()].filter(({ params }) => type === undefined || actionType(params) === type)
    const { items, nextToken: next } = page(listed, ({ actionName }) => actionName, nextToken, maxResults)
    const actionIdentifiers = items.map(({ actionName, createdAtMs }) => ({
      actionName, actionArn: mitigationActionArn(state, actionName), creationDate: new Date(createdAtMs),
    }))
    return { actionIdentifiers, nextToken: next }
  })
