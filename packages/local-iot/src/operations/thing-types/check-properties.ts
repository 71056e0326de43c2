import type { ThingTypeProperties } from '../../model/model.generated.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

/** The most attributes of a type that things can be searched by (thing-types.html). */
const MAX_SEARCHABLE = 3

/** Throws for properties that AWS refuses beyond what their shape says. */
export function checkProperties({ searchableAttributes = [], mqtt5Configuration }: ThingTypeProperties): void {
  if (searchableAttributes.length > MAX_SEARCHABLE)
    throw invalidRequest(`A thing type can have at most ${MAX_SEARCHABLE} searchable attributes`)
  for (const { userPropertyKey, thingAttribute, connectionAttribute } of mqtt5Configuration?.propagatingAttributes ?? []) {
    if (userPropertyKey === undefined) throw invalidRequest('userPropertyKey is required for each propagating attribute')
    if ((thingAttribute === undefined) === (connectionAttribute === undefined)) {
      throw invalidRequest(`Propagating attribute ${userPropertyKey} needs either a thingAttribute or a connectionAttribute`)
    }
  }
}
