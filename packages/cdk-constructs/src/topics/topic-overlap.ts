/** A part of a pattern of topics: a character, or one of the two wildcards. */
type Pattern = readonly string[]

/** Any text of one level. No topic holds control characters. */
const LEVEL = '\u0001'
/** Any text, over levels. */
const ANY = '\u0002'

/** The same at the beginning of a filter, where neither matches a topic that begins with `$`. [MQTT-4.7.2-1] */
const FIRST_LEVEL = '\u0006'
const FIRST_ANY = '\u0007'

/** A name that nobody has, for a pattern to stand for or not: no wildcard, and no character of a topic. */
export const NOBODY = '\u0004'

/** A topic filter: `+` stands for a level, `#` for all that follows; `a/#` matches nothing but what is below `a`, as AWS IoT has it. */
export const filterPattern = (filter: string): Pattern =>
  [...filter].map((character, index) =>
    (character === '+' ? (index === 0 ? FIRST_LEVEL : LEVEL) : character === '#' ? (index === 0 ? FIRST_ANY : ANY) : character))

/** A topic with substitution templates, each of which may come to any text. */
export const templatePattern = (template: string): Pattern =>
  template.split(/(\$\{[^}]*\})/).flatMap((part, index) => (index % 2 === 1 ? [ANY] : [...part]))

/** A resource of a policy: `*` is any text, `?` and what a policy variable comes to are of one level. */
export const resourcePattern = (resource: string): Pattern =>
  resource.split(/(\$\{[^}]*\}|\*|\?)/).flatMap((part, index) => (index % 2 === 0 ? [...part] : [part === '*' ? ANY : LEVEL]))

/** Whether there is a topic that both patterns match. */
export function overlaps(one: Pattern, other: Pattern): boolean {
  if ((isFirst(one[0]) && other[0] === '$') || (isFirst(other[0]) && one[0] === '$')) return false
  let places = new Set([0])
  for (let i = 0; i <= one.length && places.size > 0; i++) {
    const next = new Set<number>()
    // What is added on the way is visited, too.
    for (const j of places) {
      const [a, b] = [one[i], other[j]]
      if (a === undefined && b === undefined) return true
      // A wildcard may stand for nothing, or for one more character of the other.
      if (isWildcard(a) || (isWildcard(b) && takes(b, a))) next.add(j)
      if (isWildcard(b) || (isWildcard(a) && takes(a, b))) places.add(j + 1)
      if (a !== undefined && a === b) next.add(j + 1)
    }
    places = next
  }
  return false
}

const isFirst = (token: string | undefined): boolean => token === FIRST_LEVEL || token === FIRST_ANY
const isWildcard = (token: string | undefined): boolean => token === LEVEL || token === ANY || isFirst(token)
const takes = (wildcard: string | undefined, token: string | undefined): boolean =>
  token !== undefined && !isWildcard(token) && (wildcard === ANY || wildcard === FIRST_ANY || token !== '/')
