import type { OperationTypes } from '../model/model.generated.ts'
import type { IotCore } from './iot-core.ts'

export type OperationName = keyof OperationTypes

/** The behaviour of one operation; route and shapes are the generated model's. */
export interface Operation<Name extends OperationName = OperationName, Output = unknown> {
  readonly name: Name
  /** Input is checked against the model before. Throws {@link ServiceException}. */
  readonly run: (input: OperationTypes[Name]['input'], core: IotCore) => Output | Promise<Output>
}

export function operation<const Name extends OperationName, Output extends OperationTypes[Name]['output']>(
  name: Name,
  run: (input: OperationTypes[Name]['input'], core: IotCore) => Output | Promise<Output>,
): Operation<Name, Output> {
  return { name, run }
}
