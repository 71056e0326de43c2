import { functionOf } from '../functions/index.ts'
import { refused, type SqlFunction } from '../functions/signature.ts'
import { type Position, RuleError } from '../rule-error.ts'
import { RunFailure } from '../run-failure.ts'
import type { Call, Case, Expression, Nested, Star } from '../syntax/ast.ts'
import { toBoolean } from '../value/conversion.ts'
import { equalValues } from '../value/equality.ts'
import { memberGetter, setMember } from '../value/member.ts'
import { readNumber } from '../value/number.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'
import { cast } from './cast.ts'
import { negated, operatorFor } from './operator.ts'
import type { Compiler } from './compiler.ts'
import { type Evaluate, itemRun, type Run } from './run.ts'
import { compileSelection } from './selection.ts'

/** Turns an expression into a function of a run. Throws RuleError for what can not be run. */
export function compileExpression(expression: Expression, compiler: Compiler): Evaluate {
  const evaluate = compileBare(expression, compiler)
  return compiler.observer?.observe(expression, evaluate) ?? evaluate
}

function compileBare(expression: Expression, compiler: Compiler): Evaluate {
  const { version } = compiler
  const compile = (part: Expression) => compileExpression(part, compiler)
  switch (expression.kind) {
    case 'number': return constant(readNumber(expression.text, version))
    case 'string': return constant(expression.text)
    case 'boolean': return constant(expression.value)
    case 'null': return constant(null)
    case 'attribute': return attribute(expression.name)
    case 'variable': return variable(expression.name)
    case 'member': return member(compile(expression.of), expression.name)
    case 'array': return arrayOf(expression.items.map(compile))
    case 'object': return objectOf(expression.members.map(({ name, value }) => [name, compile(value)]))
    case 'cast': return casting(compile(expression.value), expression.type, version)
    case 'unary': return expression.operator === 'NOT' ? not(compile(expression.operand)) : minus(compile(expression.operand), version)
    case 'binary': return binary(operatorFor(expression.operator, version), compile(expression.left), compile(expression.right))
    case 'case': return compileCase(expression, compile)
    case 'nested': return compileNested(expression, compiler)
    case 'call': return compileCall(expression, compiler)
  }
}

const constant = (value: SqlValue): Evaluate => () => value
const variable = (name: string): Evaluate => (run) => run.variables[name]
const casting = (value: Evaluate, type: Parameters<typeof cast>[1], version: SqlVersion): Evaluate => (run) => cast(value(run), type, version)
const minus = (operand: Evaluate, version: SqlVersion): Evaluate => (run) => negated(operand(run), version)
const binary = (apply: ReturnType<typeof operatorFor>, left: Evaluate, right: Evaluate): Evaluate => (run) => apply(left(run), right(run))

function attribute(name: string): Evaluate {
  const get = memberGetter(name)
  return (run) => get(run.root)
}

function member(of: Evaluate, name: string): Evaluate {
  const get = memberGetter(name)
  return (run) => get(of(run))
}

const not = (operand: Evaluate): Evaluate => (run) => {
  const value = toBoolean(operand(run))
  return value === undefined ? undefined : !value
}

const arrayOf = (items: readonly Evaluate[]): Evaluate => (run) =>
  items.map((item) => item(run)).filter((value) => value !== undefined)

const objectOf = (members: readonly (readonly [string, Evaluate])[]): Evaluate => (run) => {
  const object: Record<string, SqlValue> = {}
  for (const [name, evaluate] of members) setMember(object, name, evaluate(run))
  return object
}

function compileCase({ subject, branches, otherwise }: Case, compile: (part: Expression) => Evaluate): Evaluate {
  const value = compile(subject)
  const rows = branches.map(({ when, then }) => ({ when: compile(when), then: compile(then) }))
  const last = otherwise === undefined ? constant(undefined) : compile(otherwise)
  return (run) => {
    const actual = value(run)
    if (actual === undefined) return undefined
    for (const { when, then } of rows) {
      const candidate = when(run)
      if (candidate !== undefined && equalValues(actual, candidate)) return then(run)
    }
    return last(run)
  }
}

/** An array gives the array of its items that pass; an object gives one result. Attributes are the item's alone. */
function compileNested({ select, from, where }: Nested, compiler: Compiler): Evaluate {
  const source = compileExpression(from, compiler)
  const result = compileSelection(select, compiler)
  const passes = where === undefined ? constant(true) : compileExpression(where, compiler)
  return (run) => {
    const value = source(run)
    const one = (root: SqlValue) => {
      const inner = itemRun(run, root)
      return passes(inner) === true ? result(inner) : undefined
    }
    if (Array.isArray(value)) return value.map(one).filter((item) => item !== undefined)
    return typeof value === 'object' && value !== null ? one(value) : undefined
  }
}

function compileCall(call: Call, compiler: Compiler): Evaluate {
  const name = call.name.toLowerCase()
  if (name === 'get_or_default') return compileGetOrDefault(call, compiler)
  const known = functionOf(call)
  if (known === undefined) throw new RuleError('UNKNOWN_FUNCTION', `AWS IoT SQL has no function ${call.name}().`, call.at)
  const { parameters, optional, rest } = known
  const given = call.arguments.map((argument, index) => compileArgument(argument, known, index, compiler))
  // AWS accepts a wrong number of arguments; the call is then Undefined.
  if (given.length < parameters.length - optional || (given.length > parameters.length && rest === undefined)) return constant(undefined)
  if (given.length === 0) return (run) => known.call(NO_ARGUMENTS, run)
  const converted = given.map((argument, index) => ({ argument, parameter: parameters[index] ?? rest }))
  return (run) => {
    const args: unknown[] = []
    for (const { argument, parameter } of converted) {
      const value = parameter?.convert(argument(run), run)
      if (value === refused) return undefined
      args.push(value)
    }
    return known.call(args, run)
  }
}

const NO_ARGUMENTS: readonly unknown[] = []

/** The first argument, or the second where that is Undefined, Null or fails; evaluated only then. */
function compileGetOrDefault({ arguments: given }: Call, compiler: Compiler): Evaluate {
  const compile = (argument: Expression | Star) => (argument.kind === 'star' ? (run: Run) => run.root : compileExpression(argument, compiler))
  const [value = constant(undefined), otherwise = constant(undefined), ...more] = given.map(compile)
  if (given.length === 0 || more.length > 0) return constant(undefined)
  return (run) => valueOrFailure(value, run) ?? otherwise(run)
}

function valueOrFailure(evaluate: Evaluate, run: Run): SqlValue {
  try {
    return evaluate(run)
  } catch (error) {
    if (error instanceof RunFailure && error.code === 'FUNCTION_FAILED') return undefined
    throw error
  }
}

type EvaluateArgument = (run: Run) => SqlValue | Uint8Array

function compileArgument(argument: Expression | Star, known: SqlFunction, index: number, compiler: Compiler): EvaluateArgument {
  const parameter = known.parameters[index] ?? known.rest
  if (argument.kind === 'star') return parameter?.takesBytes === true ? bytesOfStar : (run) => run.root
  if (argument.kind === 'string') checkChoice(argument.text, parameter?.choices, argument.at)
  return compileExpression(argument, compiler)
}

const bytesOfStar: EvaluateArgument = (run) => run.bytes ?? run.root

function checkChoice(text: string, choices: readonly string[] | undefined, at: Position | undefined): void {
  if (choices === undefined || choices.includes(text)) return
  throw new RuleError('UNSUPPORTED', `Expected ${choices.map((choice) => `'${choice}'`).join(' or ')}, found '${text}'.`, at)
}
