/** The languages that need a library. */
export type Language = 'jsonata' | 'jq'

/** What the process for expressions is asked. */
export type ExpressionQuestion =
  /** Nothing: it loads what the language needs. */
  | { readonly kind: 'load'; readonly language: Language }
  /** Answers JSON as text; absent: the expression came to nothing. */
  | { readonly kind: 'jsonata'; readonly expression: string; readonly variables: Readonly<Record<string, unknown>> }
  /** Answers JSON as text. */
  | { readonly kind: 'jq'; readonly filter: string; readonly json: string }
  /** Answers for each text whether the expression matches somewhere in it. */
  | { readonly kind: 'regularExpression'; readonly source: string; readonly texts: readonly string[] }
