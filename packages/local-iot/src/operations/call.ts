import { operations, type Operations } from './index.ts'
import type { IotCore } from './iot-core.ts'
import { notEmulated } from './service-exception.ts'
import { validateInput } from './validate-input.ts'

/** Runs an operation by name, its input checked first. Throws ServiceException. */
export async function callOperation(name: string, input: unknown, core: IotCore): Promise<unknown> {
  const found = Object.hasOwn(operations, name) ? operations[name as keyof Operations] : undefined
  if (found === undefined) throw notEmulated(`The operation ${name}`)
  validateInput(name, input)
  if (isRegistryOperation(name)) core.meter.registryOperation(JSON.stringify(input).length)
  // Checked against the model's shape just now.
  return (found.run as (checked: unknown, state: IotCore) => unknown)(input, core)
}

/** Operations on things, their types and groups are billed; shadows meter themselves, certificates, policies and rules cost nothing to manage. */
const isRegistryOperation = (name: string): boolean => name.includes('Thing') && !/Shadow|Connectivity/.test(name)
