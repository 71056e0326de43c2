import type { CommandParameter, CommandParameterValue } from '../model/model.generated.ts'
import { invalidCommand } from './command-error.ts'
import { readValue, type ParameterType, type PlainValue } from './parameter-value.ts'
import { conditionFault, satisfies } from './value-conditions.ts'

type Values = Readonly<Record<string, CommandParameterValue>>

/** Throws ValidationException for parameters that no command can have. */
export function checkParameters(parameters: readonly CommandParameter[]): void {
  const names = new Set<string>()
  for (const parameter of parameters) {
    const { name } = parameter
    if (names.has(name)) throw invalidCommand(`The parameter ${name} is there twice.`)
    names.add(name)
    const type = typeOf(parameter)
    for (const condition of parameter.valueConditions ?? []) {
      const fault = type === undefined ? 'a parameter with conditions needs a type or a default value' : conditionFault(condition, type)
      if (fault !== undefined) throw invalidCommand(`The conditions of the parameter ${name} are not valid: ${fault}.`)
    }
  }
}

/** The type that a parameter names, or has by its value. */
function typeOf({ name, type, value, defaultValue }: CommandParameter): ParameterType | undefined {
  const types = [value, defaultValue].flatMap((given) => (given === undefined ? [] : [checkedValue(name, given).type]))
  // One of them, by the service model.
  const named = type as ParameterType | undefined
  const own = named ?? types[0]
  const other = types.find((it) => it !== own)
  if (other !== undefined) throw invalidCommand(`The parameter ${name} is of type ${own ?? ''}, its value of type ${other}.`)
  return own
}

function checkedValue(name: string, value: CommandParameterValue): { readonly type: ParameterType; readonly plain: PlainValue } {
  const read = readValue(value)
  if (typeof read === 'string') throw invalidCommand(`The value of the parameter ${name} ${read}.`)
  return read
}

/** What an execution runs with: its values as AWS shows them, and as payloads have them. */
export interface ResolvedParameters {
  readonly values: Values
  readonly plain: Readonly<Record<string, PlainValue>>
}

/**
 * The values of a command's parameters: of the request, else the command's own, else the default. Throws ValidationException where there is
 * none, where one is of another type or breaks a condition, and for a parameter that the command does not have.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-concepts.html#iot-command-parameter-value-priority
 */
export function resolveParameters(parameters: readonly CommandParameter[], requested: Values): ResolvedParameters {
  const unknown = Object.keys(requested).find((given) => !parameters.some(({ name }) => name === given))
  if (unknown !== undefined) throw invalidCommand(`The command has no parameter ${unknown}.`)
  const resolved = parameters.map((parameter) => [parameter.name, resolveOne(parameter, requested[parameter.name])] as const)
  return {
    values: Object.fromEntries(resolved.map(([name, { value }]) => [name, value])),
    plain: Object.fromEntries(resolved.map(([name, { plain }]) => [name, plain])),
  }
}

function resolveOne(
  parameter: CommandParameter, requested: CommandParameterValue | undefined,
): { value: CommandParameterValue; plain: PlainValue } {
  const { name, defaultValue, valueConditions = [] } = parameter
  const value = requested ?? parameter.value ?? defaultValue
  if (value === undefined) throw invalidCommand(`The parameter ${name} has neither a value nor a default value.`)
  const { type, plain } = checkedValue(name, value)
  const expected = typeOf(parameter)
  if (expected !== undefined && type !== expected)
    throw invalidCommand(`The parameter ${name} is of type ${expected}, its value of type ${type}.`)
  const broken = valueConditions.find((condition) => !satisfies(plain, condition))
  if (broken === undefined) return { value, plain }
  throw invalidCommand(
    `The value of the parameter ${name} does not satisfy its condition ${broken.comparisonOperator} ${JSON.stringify(broken.operand)}.`,
  )
}
