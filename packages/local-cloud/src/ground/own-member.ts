/**
 * Returns the entry of a table for a name that a client chose. Returns `undefined` for names that the table only inherits, such as
 * `constructor`.
 */
export function ownMember<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
