import { Decimal, type RuleOutputValue, type SqlObject, type SqlValue } from '@keg/rule-dsl'
import type { AttributeValue, Item } from './requests.ts'

/** A value of a rule as DynamoDB has it: numbers to their last digit, bytes as binary data, Undefined members left out. */
export function attributeValue(value: RuleOutputValue): AttributeValue {
  if (value instanceof Uint8Array) return { B: value }
  if (value === undefined || value === null) return { NULL: true }
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'boolean') return { BOOL: value }
  if (isList(value)) return { L: value.map(attributeValue) }
  return isMap(value) ? { M: itemOf(value) } : { N: String(value) }
}

/** The members of an object as the attributes of an item. */
export const itemOf = (members: SqlObject): Item =>
  Object.fromEntries(Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, attributeValue(value)]])))

/** Whether the output is an object, and no number that needs an object to be exact. */
export const isMap = (value: RuleOutputValue): value is SqlObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array) && !(value instanceof Decimal)

const isList = (value: SqlValue): value is readonly SqlValue[] => Array.isArray(value)
