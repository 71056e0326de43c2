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

/** An item as the JSON that a rule reads; binary data as base64, sets as lists. */
export const membersOf = (item: Readonly<Record<string, DynamoDbValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, jsonOf(value)]))

/** A value as DynamoDB answers it: one of these members. */
type DynamoDbValue = object & {
  readonly S?: string | undefined
  readonly N?: string | undefined
  readonly B?: Uint8Array | undefined
  readonly BOOL?: boolean | undefined
  readonly L?: readonly DynamoDbValue[] | undefined
  readonly M?: Readonly<Record<string, DynamoDbValue>> | undefined
  readonly SS?: readonly string[] | undefined
  readonly NS?: readonly string[] | undefined
  readonly BS?: readonly Uint8Array[] | undefined
}

function jsonOf({ S, N, B, BOOL, L, M, SS, NS, BS }: DynamoDbValue): unknown {
  if (N !== undefined) return Number(N)
  if (B !== undefined) return base64(B)
  if (L !== undefined) return L.map(jsonOf)
  if (M !== undefined) return membersOf(M)
  return S ?? BOOL ?? SS ?? NS?.map(Number) ?? BS?.map(base64) ?? null
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Whether the output is an object, and no number that needs an object to be exact. */
export const isMap = (value: RuleOutputValue): value is SqlObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array) && !(value instanceof Decimal)

const isList = (value: SqlValue): value is readonly SqlValue[] => Array.isArray(value)
