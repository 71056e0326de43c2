import type { Rule } from 'eslint'

/** Reports tables of functions that are indexed by names which every object inherits. */
export const ownMember: Rule.RuleModule
