/**
 * Whether text matches a pattern of a policy: `*` is any text, `?` any one character; `${*}`, `${?}` and `${$}` are these
 * characters themselves. Another policy variable matches nothing, as for a request that lacks it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function matchesPattern(pattern: string, text: string, { ignoreCase = false } = {}): boolean {
  return compile(pattern, ignoreCase).test(text)
}

const compiled = new Map<string, RegExp>()

function compile(pattern: string, ignoreCase: boolean): RegExp {
  const key = `${ignoreCase ? 'i' : ''} ${pattern}`
  let expression = compiled.get(key)
  if (expression === undefined) {
    const source = pattern.replaceAll(/\$\{([^}]*)\}|\*|\?|[.+^${}()|[\]\\/-]/g, (token, variable: string | undefined) => {
      if (variable !== undefined) return ['*', '?', '$'].includes(variable) ? `\\${variable}` : '(?!)'
      return token === '*' ? '.*' : token === '?' ? '.' : `\\${token}`
    })
    expression = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's')
    compiled.set(key, expression)
  }
  return expression
}
