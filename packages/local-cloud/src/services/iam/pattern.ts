import { anyCharacter, anyText, glob, type GlobPart } from '@keg/local-iot/policy'

/**
 * Whether text matches a pattern of a policy: `*` is any text, `?` any one character; `${*}`, `${?}` and `${$}` are these
 * characters themselves. Another policy variable matches nothing, as for a request that lacks it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function matchesPattern(pattern: string, text: string, { ignoreCase = false } = {}): boolean {
  const key = `${ignoreCase ? 'i' : ''} ${pattern}`
  let matches = compiled.get(key)
  if (matches === undefined) compiled.set(key, (matches = compile(pattern, ignoreCase)))
  return matches(text)
}

const compiled = new Map<string, (text: string) => boolean>()

function compile(pattern: string, ignoreCase: boolean): (text: string) => boolean {
  const parts: GlobPart[] = []
  for (const token of pattern.match(/\$\{[^}]*\}|\*|\?|[^*?$]+|\$/g) ?? []) {
    const [, variable] = /^\$\{(.*)\}$/s.exec(token) ?? []
    if (variable !== undefined && !['*', '?', '$'].includes(variable)) return () => false
    parts.push(variable ?? (token === '*' ? anyText : token === '?' ? anyCharacter : token))
  }
  return glob(parts, { ignoreCase })
}
