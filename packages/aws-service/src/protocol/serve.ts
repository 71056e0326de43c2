import type { Model } from '../model/model.ts'
import { fromTexts } from '../model/from-texts.ts'
import { validateInput } from '../model/validate-input.ts'
import type { Operation } from '../operation/operation.ts'
import { ServiceException } from '../service-exception.ts'
import type { Call, Protocol } from './protocol.ts'

/** What `serve` needs to know about a service. */
export interface Served<State> {
  /** The name of the service in messages, for example `CloudWatch`. */
  readonly name: string
  readonly model: Model
  readonly protocols: readonly Protocol[]
  readonly operations: readonly Operation<State>[]
  /** Makes the error for an input that breaks the model. Default: `ValidationException` with status 400. */
  readonly invalid?: (message: string, operation: string) => ServiceException
}

const validationException = (message: string) => new ServiceException('ValidationException', 400, message)

/**
 * Returns a function that answers the requests of a service. It uses the first of the service's protocols that a request speaks. A request
 * that calls no operation, breaks the model or calls an operation that is not emulated gets AWS's error in that protocol.
 * The function rejects with `ServiceException` for a request that can't be read, and with any error of an operation that is no
 * `ServiceException`.
 */
export function serve<State>(served: Served<State>, state: State): (request: Request) => Promise<Response> {
  return serveEach(served, () => state)
}

/** Like `serve`, with a state of its own for each request: for operations that depend on the caller, for example. */
export function serveEach<State>(served: Served<State>, stateOf: (request: Request) => State): (request: Request) => Promise<Response> {
  const operations = new Map(served.operations.map((operation) => [operation.name, operation]))
  return async (request) => {
    for (const protocol of served.protocols) {
      const call = await protocol.read(request)
      if (call !== undefined) return answer(served, operations.get(call.operation), call, stateOf(request))
    }
    throw new ServiceException('UnknownOperationException', 400, `The request is in no protocol that ${served.name} is spoken to by here.`)
  }
}

async function answer<State>(
  { name, model, invalid = validationException }: Served<State>, operation: Operation<State> | undefined, call: Call, state: State,
): Promise<Response> {
  try {
    if (operation === undefined)
      throw new ServiceException(call.unknownOperation ?? 'UnknownOperationException', 400, `${name}'s ${call.operation} is not emulated.`)
    const input = call.isOfTexts === true ? fromTexts(model, call.operation, call.input) : call.input
    validateInput(model, call.operation, input, (message) => invalid(message, call.operation))
    // It is of the model's shape by now.
    const output = await operation.run(input as never, state)
    return output instanceof Response ? output : call.answer({ ...(output as object | undefined) })
  } catch (error) {
    if (error instanceof ServiceException) return call.refuse(error)
    throw error
  }
}
