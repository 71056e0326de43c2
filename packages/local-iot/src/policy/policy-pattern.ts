import { anyCharacter, anyText, glob } from './glob.ts'
import { policyVariable, type PolicyContext } from './policy-context.ts'

/**
 * A test for what an element of a policy stands for: `*` is any text, `?` any one character, `+` and `#` are themselves.
 * Variables take their value as literal text; one that does not resolve stays as it is written. `${*}`, `${?}` and `${$}` are escapes.
 */
export function policyPattern(text: string, context: PolicyContext, options: { readonly ignoreCase?: boolean } = {}): (text: string) => boolean {
  const tokens = text.match(/\$\{[^}]*\}|\*|\?|[^*?$]+|\$/g) ?? []
  return glob(tokens.map((token) => (token === '*' ? anyText : token === '?' ? anyCharacter : substituteVariables(token, context))), options)
}

/** The text with its variables put in, wildcards left alone. */
export const substituteVariables = (text: string, context: PolicyContext) =>
  text.replace(/\$\{([^}]*)\}/g, (token, name: string) => escaped(name) ?? policyVariable(name, context) ?? token)

/** The variables in these texts that do not resolve, and so stay as they are written. */
export const unresolvedVariables = (texts: readonly string[], context: PolicyContext): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name))
    .filter((name) => escaped(name) === undefined && policyVariable(name, context) === undefined)),
]

const escaped = (name: string) => (name === '*' || name === '?' || name === '$' ? name : undefined)
