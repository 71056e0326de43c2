import type { Nested } from '../syntax/ast.ts'
import type { SqlValue } from '../value/value.ts'
import type { Compiler } from './compiler.ts'
import { compileCondition } from './condition.ts'
import { compileExpression } from './expression.ts'
import { elementRun, type Evaluate, type Run } from './run.ts'
import { compileSelection, isStarAlone } from './selection.ts'

/** The elements that a nested query reads: an array's, an object as one; `undefined` for anything else. */
type Elements = { readonly of: 'array' | 'object'; readonly values: readonly SqlValue[] } | undefined

interface Query {
  readonly elements: (run: Run) => Elements
  /** What an element gives; Undefined where it does not pass. */
  readonly result: (run: Run, element: SqlValue) => SqlValue
}

/** An array gives the array of its elements that pass; an object gives one result. Attributes are the element's alone. */
export function compileNested(nested: Nested, compiler: Compiler): Evaluate {
  const { elements, result } = compileQuery(nested, compiler)
  return (run) => {
    const source = elements(run)
    if (source === undefined) return undefined
    if (source.of === 'object') return result(run, source.values[0])
    return source.values.map((element) => result(run, element)).filter((value) => value !== undefined)
  }
}

/** Whether the query gives a value for an element or more; false where there is nothing to read. */
export function compileExists(nested: Nested, compiler: Compiler): Evaluate {
  const { elements, result } = compileQuery(nested, compiler)
  return (run) => elements(run)?.values.some((element) => result(run, element) !== undefined) ?? false
}

function compileQuery({ select, from, alias, where }: Nested, compiler: Compiler): Query {
  const source = compileExpression(from, compiler)
  const inner: Compiler = { ...compiler, aliases: [...(compiler.aliases ?? []), alias] }
  // `*` is the element itself, also one that is no object.
  const selected: Evaluate = isStarAlone(select) ? (run) => run.root : compileSelection(select, inner)
  const passes = compileCondition(where, inner)
  return {
    elements(run) {
      const value = source(run)
      if (typeof value !== 'object' || value === null) return undefined
      if (!Array.isArray(value)) return { of: 'object', values: [value] }
      run.effort.looksAt(value.length)
      return { of: 'array', values: value }
    },
    result(run, element) {
      const own = elementRun(run, element)
      return passes(own) ? selected(own) : undefined
    },
  }
}
