/** What operations take and answer, by their names. */
export type OperationTypes<Types> = { readonly [Name in keyof Types]: { readonly input: unknown; readonly output: unknown } }

/** The behaviour of one operation; its shapes are the model's. */
export interface Operation<State> {
  readonly name: string
  /** Its input has been checked against the model. Throws `ServiceException`. */
  readonly run: (input: never, state: State) => unknown
}

/**
 * What makes the operations of a service: `Types` are those of its generated model, `State` is what an operation works on.
 * One that an engine does may answer the engine's own `Response`, which is sent as it is.
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
