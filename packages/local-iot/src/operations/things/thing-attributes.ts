import type { AttributePayload } from '../model.generated.ts'
import { invalidRequest } from '../service-exception.ts'

/** The most attributes of a thing without a type, and of one with (AWS IoT Core quotas). */
const MAX_ATTRIBUTES = 3
const MAX_ATTRIBUTES_WITH_TYPE = 50

/** The attributes after a create or update: merged or replaced, an empty value removes. */
export function applyAttributes(
  current: Readonly<Record<string, string>>,
  { attributes = {}, merge }: AttributePayload,
  hasType: boolean,
): Readonly<Record<string, string>> {
  const all = Object.entries({ ...(merge ? current : {}), ...attributes }).filter(([, value]) => value !== '')
  const most = hasType ? MAX_ATTRIBUTES_WITH_TYPE : MAX_ATTRIBUTES
  if (all.length > most) throw invalidRequest(`Thing can have maximum of ${most} attributes${hasType ? '' : ' without a thing type'}`)
  return Object.fromEntries(all)
}
