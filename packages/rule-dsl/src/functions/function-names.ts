import { functionCatalog } from './catalog.ts'
import { PROTO_ARGUMENTS } from './proto-arguments.ts'
import { RuleError } from '../fault/rule-error.ts'
import type { Call, Expression, Rule, Selection, Star } from '../syntax/ast.ts'

const REGISTRY_APIS = ['DescribeThing', 'ListThingGroupsForThing']
/**
 * The functions that https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-get-or-default names.
 */
const FETCHING = new Set('aws_lambda get_dynamodb get_secret get_thing_shadow machinelearning_predict'.split(' '))

/** The expressions that an expression is made of. */
export function partsOf(expression: Expression): readonly (Expression | Star)[] {
  switch (expression.kind) {
    case 'member': return [expression.of]
    case 'call': return expression.arguments
    case 'cast': return [expression.value]
    case 'array': return expression.items
    case 'object': return expression.members.map(({ value }) => value)
    case 'unary': return [expression.operand]
    case 'binary': return [expression.left, expression.right]
    case 'exists': return [expression.query]
    case 'nested':
      return [...expressionsOf(expression.select), expression.from, ...(expression.where === undefined ? [] : [expression.where])]
    case 'case': {
      const branches = expression.branches.flatMap(({ when, then }) => [when, then])
      return [expression.subject, ...branches, ...(expression.otherwise === undefined ? [] : [expression.otherwise])]
    }
    default: return []
  }
}

/** What stands behind SELECT. */
export const expressionsOf = (select: Selection): readonly (Expression | Star)[] =>
  select.kind === 'value' ? [select.value] : select.items.map(({ value }) => (value.kind === 'spread' ? value.of : value))

/** AWS allows constant texts alone here. */
function checkConstantApi(call: Call): void {
  if (call.name.toLowerCase() !== 'get_registry_data') return
  const [api] = call.arguments
  if (api === undefined || (api.kind === 'string' && REGISTRY_APIS.includes(api.text))) return
  throw new RuleError(
    'SQL_SYNTAX', `${call.name}() takes '${REGISTRY_APIS.join("' or '")}', written out, as its first argument.`, api.at ?? call.at,
  )
}

/** A default may fetch nothing: it is there for when something could not be had. */
function checkDefault(call: Call): void {
  const [, otherwise] = call.name.toLowerCase() === 'get_or_default' ? call.arguments : []
  for (const part of expressionsBelow(otherwise === undefined ? [] : [otherwise])) {
    if (part.kind !== 'call' || !fetches(part)) continue
    throw new RuleError(
      'SQL_SYNTAX', `The default of ${call.name}() can not call ${part.name}(): what asks another service may fail itself.`, part.at,
    )
  }
}

const decodesProto = ({ name, arguments: given }: Call): boolean => name.toLowerCase() === 'decode' && given.length === PROTO_ARGUMENTS
const fetches = (call: Call): boolean => FETCHING.has(call.name.toLowerCase()) || decodesProto(call)

function checkCall(call: Call, rule: Pick<Rule, 'version'>): void {
  const since = functionCatalog.get(call.name.toLowerCase())?.since
  if (since === undefined) throw new RuleError('UNKNOWN_FUNCTION', `AWS IoT SQL has no function ${call.name}().`, call.at)
  if (since > rule.version) throw new RuleError('UNKNOWN_FUNCTION', `${call.name}() needs SQL version ${since}.`, call.at)
  checkConstantApi(call)
  checkDefault(call)
}

/** Throws RuleError where an expression calls a function that AWS does not document for this SQL version. */
function checkExpression(expression: Expression | Star, rule: Pick<Rule, 'version'>): void {
  if (expression.kind === 'star') return
  if (expression.kind === 'call') checkCall(expression, rule)
  for (const part of partsOf(expression)) checkExpression(part, rule)
}

/**
 * {@link checkExpression} for an expression of a template, which can not decode protobuf either.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/binary-payloads.html#binary-payloads-protobuf
 */
export function checkTemplatePart(expression: Expression, rule: Pick<Rule, 'version'>): void {
  checkExpression(expression, rule)
  for (const part of expressionsBelow([expression])) {
    if (part.kind !== 'call' || !decodesProto(part)) continue
    throw new RuleError('SQL_SYNTAX', "A template can not decode protobuf: SET @v = decode(…, 'proto', …) and write ${@v} here.", part.at)
  }
}

/** Every expression of a rule, outer before inner. */
export const expressionsIn = (rule: Rule): Generator<Expression> =>
  expressionsBelow([
    ...rule.variables.map(({ value }) => value), ...expressionsOf(rule.select), ...(rule.where === undefined ? [] : [rule.where]),
  ])

/** The expressions and all their parts, outer before inner. */
export function* expressionsBelow(expressions: readonly (Expression | Star)[]): Generator<Expression> {
  const open = [...expressions]
  for (let expression = open.pop(); expression !== undefined; expression = open.pop()) {
    if (expression.kind === 'star') continue
    yield expression
    open.push(...partsOf(expression))
  }
}

/** {@link checkExpression} for a whole rule. */
export function checkFunctionNames(rule: Rule): void {
  for (const { value } of rule.variables) checkExpression(value, rule)
  for (const expression of expressionsOf(rule.select)) checkExpression(expression, rule)
  if (rule.where !== undefined) checkExpression(rule.where, rule)
}
