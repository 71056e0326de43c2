/** Splits a type into its kind and the type of its entries: `list:map:string` is a `list` of `map:string`. A simple type has no entries. */
export function splitType(type: string): readonly [kind: string, of: string] {
  const at = type.indexOf(':')
  return at < 0 ? [type, ''] : [type.slice(0, at), type.slice(at + 1)]
}
