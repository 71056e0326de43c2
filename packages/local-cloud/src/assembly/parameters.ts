import { CloudError } from '../cloud-error.ts'
import type { AssemblyStack } from './read-assembly.ts'
import type { TemplateParameter } from './template.ts'

/**
 * The value of each parameter of a stack: given, else by the assembly, else its default; lists as lists.
 * Throws `CloudError` `PARAMETER_INVALID` for one without a value or with one that is not allowed.
 */
export function parameterValues({ stackName, template, parameters }: AssemblyStack, given: Readonly<Record<string, string>>): Record<string, string | string[]> {
  const declared = Object.entries(template.Parameters ?? {})
  return Object.fromEntries(declared.map(([name, parameter]) => [name, value(stackName, name, parameter, given[name] ?? parameters[name])]))
}

function value(stackName: string, name: string, parameter: TemplateParameter, given: string | undefined): string | string[] {
  // A parameter of an SSM type holds the name of what it stands for; CDK's bootstrap version, the usual one, is never read.
  const text = given ?? (parameter.Default === undefined ? undefined : String(parameter.Default))
  if (text === undefined) throw new CloudError('PARAMETER_INVALID', `Parameter ${name} of stack ${stackName} has neither a value nor a default.`)
  if (parameter.AllowedValues !== undefined && !parameter.AllowedValues.map(String).includes(text)) {
    throw new CloudError('PARAMETER_INVALID', `Parameter ${name} of stack ${stackName} allows ${parameter.AllowedValues.join(', ')}, not ${text}.`)
  }
  return parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<') ? text.split(',').map((item) => item.trim()) : text
}
