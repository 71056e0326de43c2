/** Filters of `aws s3 sync`: a name is taken unless it is excluded, and what is included after that is taken again. */
export function fileFilter(exclude: readonly string[], include: readonly string[]): (name: string) => boolean {
  const [excluded, included] = [exclude, include].map((patterns) => patterns.map(asRegExp))
  const matches = (patterns: readonly RegExp[] | undefined, name: string) => patterns?.some((pattern) => pattern.test(name)) === true
  return (name) => !matches(excluded, name) || matches(included, name)
}

/** A pattern of a shell: `*` and `?` also stand for slashes, `[ab]` for one of these, `[!ab]` for any other. */
function asRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\[(!?)([^\]]+)\]|[*?]+|[^*?[]+|\[/g, (part, not: string | undefined, set: string | undefined) => {
    if (set !== undefined) return `[${not === '!' ? '^' : ''}${set.replaceAll(/[\\^[]/g, '\\$&')}]`
    // Stars in a row are one, so that none has another to share with.
    if (/^[*?]/.test(part)) return '.'.repeat(part.replaceAll('*', '').length) + (part.includes('*') ? '.*' : '')
    return part.replaceAll(/[\\^$.|+(){}[\]]/g, '\\$&')
  })
  return new RegExp(`^${source}$`, 's')
}
