import type { Expression, Path, Star } from './ast.ts'

/** Whether an expression is an attribute or a variable, with members: what a nested query can read and `.*` can follow. */
export const isPath = (expression: Expression | Star): expression is Path =>
  expression.kind === 'attribute' || expression.kind === 'variable' || (expression.kind === 'member' && isPath(expression.of))
