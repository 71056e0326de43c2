import { CloudError } from '../ground/cloud-error.ts'
import type { AssemblyStack } from './read-assembly.ts'
import type { TemplateParameter } from '../ground/template.ts'

/** Values by the names of parameters, for every stack that has them. */
type Given = Readonly<Record<string, string>>

/**
 * The value of each parameter of a stack: given, else by the assembly, else its default; lists as lists.
 * Throws `CloudError` `PARAMETER_INVALID` for those without a value or with one that is not allowed.
 */
export function parameterValues(stack: AssemblyStack, given: Given): Record<string, string | string[]> {
  checkParameters([stack], given)
  return Object.fromEntries(declared(stack, given).map(({ name, parameter, text = '' }) => [
    name, isList(parameter) ? text.split(',').map((item) => item.trim()) : text,
  ]))
}

/** Throws `CloudError` `PARAMETER_INVALID` with all parameters of all stacks that have no value, or one that is not allowed. */
export function checkParameters(stacks: readonly AssemblyStack[], given: Given): void {
  const all = stacks.flatMap((stack) => declared(stack, given))
  const wrong = all.flatMap(({ name, stackName, parameter: { AllowedValues: allowed }, text }) => {
    const allows = allowed === undefined ? '' : `; it allows ${allowed.join(', ')}`
    if (text === undefined) return [`Parameter ${name} of stack ${stackName} has neither a value nor a default${allows}.`]
    return allowed === undefined || allowed.map(String).includes(text)
      ? []
      : [`Parameter ${name} of stack ${stackName} allows ${allowed.join(', ')}, not ${text}.`]
  })
  if (wrong.length === 0) return
  const missing = new Set(all.filter(({ text }) => text === undefined).map(({ name }) => name))
  const command = missing.size === 0 ? [] : [`Give keg run ${[...missing].map((name) => `--parameter ${name}=…`).join(' ')}, or runAssembly their values by its option parameters.`]
  throw new CloudError('PARAMETER_INVALID', [...wrong, ...command].join('\n'))
}

interface Declared {
  readonly name: string
  readonly stackName: string
  readonly parameter: TemplateParameter
  readonly text: string | undefined
}

function declared({ stackName, template, parameters }: AssemblyStack, given: Given): Declared[] {
  return Object.entries(template.Parameters ?? {}).map(([name, parameter]) => ({
    name, stackName, parameter,
    // A parameter of an SSM type holds the name of what it stands for; CDK's bootstrap version, the usual one, is never read.
    text: given[name] ?? parameters[name] ?? (parameter.Default === undefined ? undefined : String(parameter.Default)),
  }))
}

const isList = ({ Type }: TemplateParameter) => Type === 'CommaDelimitedList' || Type.startsWith('List<')
