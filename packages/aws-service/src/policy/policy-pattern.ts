import { anyCharacter, anyText, glob, type GlobPart } from './glob.ts'

/** Looks up a policy variable by its name, for example `aws:PrincipalArn`; returns `undefined` where the request has no value for it. */
export type VariableOf = (name: string) => string | undefined

/**
 * Compiles an element of a policy to a test: `*` matches any text, `?` any one character; `${*}`, `${?}` and `${$}` match these characters
 * themselves. A variable matches its value literally. An element with a variable that has no value matches nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function policyPattern(
  text: string, variableOf: VariableOf, options: { readonly ignoreCase?: boolean } = {},
): (text: string) => boolean {
  const parts: GlobPart[] = []
  for (const token of text.match(/\$\{[^}]*\}|\*|\?|[^*?$]+|\$/g) ?? []) {
    const part = token === '*' ? anyText : token === '?' ? anyCharacter : substituteVariables(token, variableOf)
    if (part === undefined) return () => false
    parts.push(part)
  }
  return glob(parts, options)
}

/** Replaces the variables in a text and leaves its wildcards alone; returns `undefined` where a variable has no value. */
export function substituteVariables(text: string, variableOf: VariableOf): string | undefined {
  let isWhole = true
  const substituted = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = isEscape(name) ? name : variableOf(name)
    isWhole &&= value !== undefined
    return value ?? ''
  })
  return isWhole ? substituted : undefined
}

/** The names of the variables in a text. The escapes `${*}`, `${?}` and `${$}` are no variables. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name).filter((name) => !isEscape(name))
}

const isEscape = (name: string): boolean => name === '*' || name === '?' || name === '$'
