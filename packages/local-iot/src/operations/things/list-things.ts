import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

export const listThings = operation('ListThings', (input, { state }) => {
  const { attributeName, attributeValue, thingTypeName, usePrefixAttributeValue, nextToken, maxResults } = input
  if (attributeValue !== undefined && attributeName === undefined) {
    throw invalidRequest('attributeName is required when attributeValue is given')
  }
  const matches = (attributes: Readonly<Record<string, string>>) => {
    const value = attributeName === undefined ? undefined : attributes[attributeName]
    if (attributeName === undefined) return true
    if (attributeValue === undefined) return value !== undefined
    return usePrefixAttributeValue ? (value?.startsWith(attributeValue) ?? false) : value === attributeValue
  }
  const things = [...state.things.values()]
    .filter((thing) => thingTypeName === undefined || thing.thingTypeName === thingTypeName)
    .filter(({ attributes }) => matches(attributes))
  const { items, nextToken: next } = page(things, ({ thingName }) => thingName, nextToken, maxResults ?? 50)
  return {
    things: items.map(({ thingName, thingTypeName: type, attributes, version }) => ({
      thingName, thingTypeName: type, thingArn: state.arn(`thing/${thingName}`), attributes, version,
    })),
    nextToken: next,
  }
})
