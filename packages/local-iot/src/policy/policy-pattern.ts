import { policyPattern as patternOf, variablesIn } from '@keg/aws-service'
import { policyVariable, type PolicyContext } from './policy-context.ts'

/**
 * A test for what an element of a policy stands for: `*` is any text, `?` any one character, `+` and `#` are themselves.
 * Variables take their value as literal text; one that does not resolve stays as it is written. `${*}`, `${?}` and `${$}` are escapes.
 */
export function policyPattern(
  text: string, context: PolicyContext, options: { readonly ignoreCase?: boolean } = {},
): (text: string) => boolean {
  return patternOf(text, variablesOf(context), options)
}

/** The values of variables on AWS IoT: one that does not resolve is its own text. */
export const variablesOf = (context: PolicyContext) => (name: string): string => policyVariable(name, context) ?? `\${${name}}`

/** The variables in these texts that do not resolve, and so stay as they are written. */
export const unresolvedVariables = (texts: readonly string[], context: PolicyContext): readonly string[] =>
  [...new Set(texts.flatMap(variablesIn).filter((name) => policyVariable(name, context) === undefined))]
