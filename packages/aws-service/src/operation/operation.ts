/** Inputs and outputs by the name of the operation. */
export type OperationTypes<Types> = { readonly [Name in keyof Types]: { readonly input: unknown; readonly output: unknown } }

/** The implementation of one operation. The model describes its input and output. */
export interface Operation<State> {
  readonly name: string
  /** Runs the operation. The input has already been checked against the model. Throws `ServiceException`. */
  readonly run: (input: never, state: State) => unknown
}

/**
 * Returns the function that defines operations of a service: `Types` are the types of its generated model, `State` is what its operations
 * work on.
 * An operation that an engine performs may return the engine's `Response`, which is sent unchanged.
 *
 * @example
 * const operation = operationsOf<OperationTypes, Kinesis>()
 * export const listStreams = operation('ListStreams', (_, kinesis) => ({ StreamNames: kinesis.names(), HasMoreStreams: false }))
 */
export function operationsOf<Types extends OperationTypes<Types>, State>() {
  return <Name extends keyof Types & string>(
    name: Name,
    run: (input: Types[Name]['input'], state: State) => Types[Name]['output'] | Response | Promise<Types[Name]['output'] | Response>,
  ): Operation<State> => ({ name, run })
}
