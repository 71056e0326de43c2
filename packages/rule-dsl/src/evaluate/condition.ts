import { expressionsBelow } from '../functions/function-names.ts'
import { functionOf } from '../functions/index.ts'
import type { Expression } from '../syntax/ast.ts'
import { toBoolean } from '../value/conversion.ts'
import type { Compiler } from './compiler.ts'
import { compileExpression } from './expression.ts'
import type { Run } from './run.ts'

/** Whether WHERE is exactly true for a run; without one, it is. */
export function compileCondition(where: Expression | undefined, compiler: Compiler): (run: Run) => boolean {
  if (where === undefined) return () => true
  if (where.kind !== 'binary' || where.operator !== 'AND' || compiler.observer !== undefined || canFail(where)) {
    const evaluate = compileExpression(where, compiler)
    return (run) => evaluate(run) === true
  }
  // AND knows no short circuit, but whatever the others give, it is not true where one side is not.
  const sides = conjuncts(where).map((side) => compileExpression(side, compiler))
  return (run) => {
    for (const side of sides) {
      const value = side(run)
      if (value !== true && toBoolean(value) !== true) return false
    }
    return true
  }
}

const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'binary' && expression.operator === 'AND'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression]

const CAN_FAIL = new Set(['rand', 'newuuid', 'concat', 'encode', 'replace', 'transform'])

/** A call that can fail the rule has to be made even where another operand decides. */
function canFail(where: Expression): boolean {
  for (const expression of expressionsBelow([where])) {
    if (expression.kind !== 'call') continue
    const name = expression.name.toLowerCase()
    if (functionOf(expression)?.external === true || CAN_FAIL.has(name) || name.startsWith('regexp_')) return true
  }
  return false
}
