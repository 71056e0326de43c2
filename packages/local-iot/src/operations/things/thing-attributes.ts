import type { AttributePayload } from '../../model/model.generated.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

/** The most attributes of a thing without a type, and of one with (AWS IoT Core quotas). */
const MAX_ATTRIBUTES = 3
const MAX_ATTRIBUTES_WITH_TYPE = 50

/** The attributes after a create or update: merged or replaced, an empty value removes. */
export function applyAttributes(
  current: Readonly<Record<string, string>>,
  { attributes = {}, merge }: AttributePayload,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries({ ...(merge ? current : {}), ...attributes }).filter(([, value]) => value !== ''))
}

/** Throws where a thing would have more attributes than it may. */
export function checkAttributeCount(attributes: Readonly<Record<string, string>>, hasType: boolean): void {
  const most = hasType ? MAX_ATTRIBUTES_WITH_TYPE : MAX_ATTRIBUTES
  if (Object.keys(attributes).length > most) {
    throw invalidRequest(`Thing can have maximum of ${most} attributes${hasType ? '' : ' without a thing type'}`)
  }
}
