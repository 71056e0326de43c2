/** A type's kind, and what it is of: `list:map:string` is `list` of `map:string`. A simple type is of nothing. */
export function splitType(type: string): readonly [kind: string, of: string] {
  const at = type.indexOf(':')
  return at < 0 ? [type, ''] : [type.slice(0, at), type.slice(at + 1)]
}
