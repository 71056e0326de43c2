import { ServiceException, validateInput } from '@keg/aws-service'
import type { Operations } from './index.ts'
import { recordBytes, REGISTRY_OPERATIONS } from './billed-operations.ts'
import { isTooDeep, MAX_LEVELS } from '../json/levels.ts'
import type { IotCore } from './iot-core.ts'
import { invalidInput, notEmulated } from '../errors/service-exception.ts'

/** Runs an operation by name, its input checked first. Throws ServiceException. */
export async function callOperation(name: string, input: unknown, core: IotCore): Promise<unknown> {
  // Two hundred files and the largest of all: a run that is asked for none need not wait for them.
  const [{ operations }, { model }] = await Promise.all([import('./index.ts'), import('../model/model.generated.ts')])
  const found = Object.hasOwn(operations, name) ? operations[name as keyof Operations] : undefined
  if (found === undefined) throw notEmulated(`The operation ${name}`)
  validateInput(model, name, input, invalidInput(name))
  // Members that the model does not know are kept as they are, and no shape of it is recursive.
  if (isTooDeep(input))
    throw new ServiceException('SerializationException', 400, `The request has more than ${MAX_LEVELS} levels of objects and lists.`)
  // Checked against the model's shape just now.
  const output = await (found.run as (checked: unknown, state: IotCore) => unknown)(input, core)
  if (REGISTRY_OPERATIONS.has(name)) core.meter.registryOperation(recordBytes(input, output))
  return output
}
