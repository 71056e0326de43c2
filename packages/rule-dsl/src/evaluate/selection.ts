import type { Selection, SelectItem } from '../syntax/ast.ts'
import { isObject } from '../value/conversion.ts'
import { memberOf, setMember } from '../value/member.ts'
import type { SqlValue } from '../value/value.ts'
import type { Compiler } from './compiler.ts'
import { compileExpression } from './expression.ts'
import { RunFailure } from '../fault/run-failure.ts'
import type { Evaluate, Run } from './run.ts'

/** Whether the selection is `*` alone, which passes the payload on as it is. */
export const isStarAlone = (select: Selection): boolean =>
  select.kind === 'items' && select.items.length === 1 && select.items[0]?.value.kind === 'star' && select.items[0].alias === undefined

/** Turns what stands behind SELECT into a function of a run. Later items win over earlier ones of the same name. */
export function compileSelection(select: Selection, compiler: Compiler): Evaluate {
  if (select.kind === 'value') return compileExpression(select.value, compiler)
  const items = select.items.map((item, index) => compileItem(item, index, compiler))
  return (run) => {
    const output: Record<string, SqlValue> = {}
    for (const addTo of items) addTo(output, run)
    return output
  }
}

type AddTo = (output: Record<string, SqlValue>, run: Run) => void

function compileItem({ value, alias }: SelectItem, index: number, compiler: Compiler): AddTo {
  if (value.kind === 'star' && alias === undefined) return addRoot
  const evaluate = compileValue(value, compiler)
  if (alias === undefined && (value.kind === 'spread' || value.kind === 'object')) return (output, run) => addMembers(output, evaluate(run))
  const path = alias ?? [nameOf(value, index)]
  const [name = ''] = path
  if (path.length === 1 && name !== '__proto__') {
    return (output, run) => {
      const selected = evaluate(run)
      if (selected !== undefined) output[name] = selected
    }
  }
  return (output, run) => {
    const selected = evaluate(run)
    if (selected !== undefined) addAt(output, path, selected)
  }
}

/** `a.*` is the object that it takes the members of; anything else is nothing to it. */
function compileValue(value: SelectItem['value'], compiler: Compiler): Evaluate {
  if (value.kind === 'star') return wholeRoot
  if (value.kind !== 'spread') return compileExpression(value, compiler)
  const of = compileExpression(value.of, compiler)
  return (run) => {
    const object = of(run)
    return isObject(object) ? object : undefined
  }
}

/** What an item without an alias is called: a path by its last name, a call by its function. AWS documents plain attributes only. */
function nameOf(value: SelectItem['value'], index: number): string {
  return value.kind === 'attribute' || value.kind === 'member' || value.kind === 'variable' || value.kind === 'call'
    ? value.name
    : `_${index}`
}

function addAt(output: Record<string, SqlValue>, [name = '', ...inner]: readonly string[], value: SqlValue): void {
  if (inner.length === 0) return setMember(output, name, value)
  const there = memberOf(output, name)
  const nested: Record<string, SqlValue> = isObject(there) ? { ...there } : {}
  addAt(nested, inner, value)
  setMember(output, name, nested)
}

const notAnObject = () =>
  new RunFailure('PAYLOAD_NOT_AN_OBJECT', "`*` beside other items needs a JSON object as payload; encode(*, 'base64') takes any bytes.")

/** `*` as one value: the payload, which has to be JSON. */
export const wholeRoot: Evaluate = (run) => {
  if (run.root === undefined) throw notAnObject()
  return run.root
}

const addRoot: AddTo = (output, run) => {
  // An empty payload has no members to add.
  if (run.root === undefined && run.bytes?.length === 0) return
  if (!isObject(run.root)) throw notAnObject()
  addMembers(output, run.root)
}

/** Undefined, and what is no object, have none. */
function addMembers(output: Record<string, SqlValue>, value: SqlValue): void {
  if (!isObject(value)) return
  for (const name of Object.keys(value)) if (value[name] !== undefined) setMember(output, name, value[name])
}
