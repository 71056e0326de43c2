/** One part of a pattern of java.time's DateTimeFormatter. */
export type TimePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly letter: string; readonly width: number }
  | { readonly kind: 'optional'; readonly parts: readonly TimePart[] }

const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^']/y
const RESERVED = /[{}#]/
const MAX_DEPTH = 20

/** Takes a pattern apart; `undefined` where Java would refuse it. */
export function parseTimePattern(pattern: string): readonly TimePart[] | undefined {
  const open: TimePart[][] = [[]]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < pattern.length) {
    const match = TOKEN.exec(pattern)
    if (match === null) return undefined
    const [token, quoted, letter] = match
    const inner = open.at(-1)
    if (inner === undefined || RESERVED.test(quoted === undefined ? token : '')) return undefined
    if (quoted !== undefined) inner.push({ kind: 'literal', text: quoted === '' ? "'" : quoted.replaceAll("''", "'") })
    else if (letter !== undefined) inner.push({ kind: 'field', letter, width: token.length })
    else if (token === '[') open.push([])
    else if (token === ']') {
      open.pop()
      const outer = open.at(-1)
      if (outer === undefined) return undefined
      outer.push({ kind: 'optional', parts: inner })
    } else inner.push({ kind: 'literal', text: token })
    if (open.length > MAX_DEPTH) return undefined
  }
  // Java closes what is still open at the end.
  return open.reduceRight<TimePart[]>(
    (inside, outer) => (inside.length === 0 ? outer : [...outer, { kind: 'optional', parts: inside }]), [],
  )
}
