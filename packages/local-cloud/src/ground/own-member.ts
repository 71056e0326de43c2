/**
 * A table's entry by a name that somebody else chose; `undefined` where the table itself has none, as for `constructor`, which every
 * object inherits.
 */
export function ownMember<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
