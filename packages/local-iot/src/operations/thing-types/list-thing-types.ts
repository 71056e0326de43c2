import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { thingTypeDefinition } from './describe-thing-type.ts'

export const listThingTypes = operation('ListThingTypes', ({ thingTypeName, nextToken, maxResults }, { state }) => {
  const types = [...state.thingTypes.values()].filter((thingType) =>
    thingTypeName === undefined || thingType.thingTypeName === thingTypeName)
  const { items, nextToken: next } = page(types, (thingType) => thingType.thingTypeName, nextToken, maxResults ?? 50)
  return { thingTypes: items.map((thingType) => thingTypeDefinition(state, thingType)), nextToken: next }
})
