import { COUNTED_LENGTH } from '../functions/effort.ts'
import { functionOf } from '../functions/index.ts'
import { refused, type SqlFunction } from '../functions/signature.ts'
import { type Position, RuleError } from '../fault/rule-error.ts'
import { RunFailure } from '../fault/run-failure.ts'
import type { BinaryOperator, Call, Case, Expression, Star } from '../syntax/ast.ts'
import { toBoolean } from '../value/conversion.ts'
import { equalValues } from '../value/equality.ts'
import { memberGetter, setMember } from '../value/member.ts'
import { readNumber } from '../value/number.ts'
import { checkMade } from '../value/size.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'
import { cast } from './cast.ts'
import { negated, operatorFor } from './operator.ts'
import type { Compiler } from './compiler.ts'
import { compileName } from './names.ts'
import { compileExists, compileNested } from './nested.ts'
import type { Evaluate, Run } from './run.ts'

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
    case 'attribute': return compileName(expression.name, compiler.aliases ?? [])
    case 'variable': return variable(expression.name)
    case 'member': return member(compile(expression.of), expression.name)
    case 'array': return arrayOf(expression.items.map(compile))
    case 'object': return objectOf(expression.members.map(({ name, value }) => [name, compile(value)]))
    case 'cast': return casting(compile(expression.value), expression.type, version)
    case 'unary': return expression.operator === 'NOT' ? not(compile(expression.operand)) : minus(compile(expression.operand), version)
    case 'binary': return compileBinary(expression.operator, compile(expression.left), compile(expression.right), version)
    case 'case': return compileCase(expression, compile)
    case 'nested': return compileNested(expression, compiler)
    case 'exists': return compileExists(expression.query, compiler)
    case 'call': return compileCall(expression, compiler)
  }
}

const constant = (value: SqlValue): Evaluate => () => value
const variable = (name: string): Evaluate => (run) => run.variables[name]
const casting = (value: Evaluate, type: Parameters<typeof cast>[1], version: SqlVersion): Evaluate => (run) =>
  cast(value(run), type, version)
const minus = (operand: Evaluate, version: SqlVersion): Evaluate => (run) => negated(operand(run), version)

function compileBinary(operator: BinaryOperator, left: Evaluate, right: Evaluate, version: SqlVersion): Evaluate {
  const apply = operatorFor(operator, version)
  if (operator === '+') return (run) => counted(apply(left(run), right(run)), run)
  if (operator !== 'IN') return (run) => apply(left(run), right(run))
  return (run) => {
    const value = left(run)
    const elements = right(run)
    if (Array.isArray(elements)) run.effort.looksAt(elements.length)
    return apply(value, elements)
  }
}

/** Counts a long text. */
function counted<T>(value: T, run: Run): T {
  if (typeof value === 'string' && value.length > COUNTED_LENGTH) run.effort.text(value.length)
  return value
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
      args.push(counted(value, run))
    }
    const result = known.call(args, run)
    if (typeof result === 'string') checkMade(result.length)
    return counted(result, run)
  }
}

const NO_ARGUMENTS: readonly unknown[] = []

/** The first argument, or the second where that is Undefined, Null or fails; evaluated only then. */
function compileGetOrDefault({ arguments: given }: Call, compiler: Compiler): Evaluate {
  const compile = (argument: Expression | Star) =>
    (argument.kind === 'star' ? (run: Run) => run.root : compileExpression(argument, compiler))
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
