import type { Rule } from 'eslint'

/** Reports lines that are wider than a number of characters, 140 by default, though they could be broken. */
export const lineWidth: Rule.RuleModule
