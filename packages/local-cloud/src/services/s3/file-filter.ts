/** Filters of `aws s3 sync`: a name is taken unless it is excluded, and what is included after that is taken again. */
export function fileFilter(exclude: readonly string[], include: readonly string[]): (name: string) => boolean {
  const [excluded, included] = [exclude, include].map((patterns) => patterns.map(partsOf))
  const matches = (patterns: readonly (readonly Part[])[] = [], name: string) => patterns.some((parts) => matchesParts(parts, name))
  return (name) => !matches(excluded, name) || matches(included, name)
}

/** What one character has to be; `undefined`: any text at all. */
type Part = ((character: string) => boolean) | undefined

/** A pattern of a shell: `*` and `?` also stand for slashes, `[ab]` for one of these, `[!ab]` for any other. */
function partsOf(pattern: string): readonly Part[] {
  return [...pattern.matchAll(/\[(!?)([^\]]+)\]|[^]/gu)].map(([part, not, set]) => {
    if (set !== undefined) {
      const one = new RegExp(`^[${not === '!' ? '^' : ''}${set.replaceAll(/[\\^[]/g, '\\$&')}]$`, 'su')
      return (character) => one.test(character)
    }
    if (part === '*') return undefined
    return part === '?' ? () => true : (character) => character === part
  })
}

/** The last star alone takes more where the rest does not match: the time is the product of both lengths at most. */
function matchesParts(parts: readonly Part[], name: string): boolean {
  const characters = [...name]
  let [at, star, taken] = [0, -1, 0]
  for (let index = 0; index < characters.length;) {
    if (at < parts.length && parts[at] === undefined) {
      star = at++
      taken = index
    } else if (parts[at]?.(characters[index] ?? '') === true) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++taken
    } else {
      return false
    }
  }
  return parts.slice(at).every((part) => part === undefined)
}
