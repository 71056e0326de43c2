import { anyCharacter, anyText, glob, type GlobPart } from './glob.ts'

/** The value of a policy variable by its name, as `aws:PrincipalArn`; `undefined` where the request has none. */
export type VariableOf = (name: string) => string | undefined

/**
 * A test for what an element of a policy stands for: `*` is any text, `?` any one character, `${*}`, `${?}` and `${$}` are these characters themselves. A variable stands for
 * its value as literal text; with one that has none the element matches nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function policyPattern(text: string, variableOf: VariableOf, options: { readonly ignoreCase?: boolean } = {}): (text: string) => boolean {
  const parts: GlobPart[] = []
  for (const token of text.match(/\$\{[^}]*\}|\*|\?|[^*?$]+|\$/g) ?? []) {
    const part = token === '*' ? anyText : token === '?' ? anyCharacter : substituteVariables(token, variableOf)
    if (part === undefined) return () => false
    parts.push(part)
  }
  return glob(parts, options)
}

/** The text with its variables put in, wildcards left alone; `undefined` where one has no value. */
export function substituteVariables(text: string, variableOf: VariableOf): string | undefined {
  let isWhole = true
  const substituted = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = isEscape(name) ? name : variableOf(name)
    isWhole &&= value !== undefined
    return value ?? ''
  })
  return isWhole ? substituted : undefined
}

/** The names of the variables in a text; escapes are none. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name).filter((name) => !isEscape(name))
}

const isEscape = (name: string): boolean => name === '*' || name === '?' || name === '$'
