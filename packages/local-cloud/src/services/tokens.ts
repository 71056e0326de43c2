/**
 * The tokens of a text: what the first group of `pattern`, which is sticky, captures one after the other, with white space between them.
 * Throws what `unexpected` makes of the rest that begins with none.
 */
export function tokensOf(text: string, pattern: RegExp, unexpected: (rest: string) => Error): string[] {
  const found: string[] = []
  pattern.lastIndex = 0
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const from = pattern.lastIndex
    const token = pattern.exec(text)?.[1]
    if (token === undefined) throw unexpected(text.slice(from).trim())
    found.push(token)
  }
  return found
}
