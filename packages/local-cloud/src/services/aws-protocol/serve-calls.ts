import { type Input, type Protocol, ServiceException } from '@keg/aws-service'

/** What operations do, by name. */
export type Operations = Readonly<Record<string, (input: Input) => object | Promise<object>>>

/** How a service is served. */
export interface Served {
  /** As `CloudWatch`, for people. */
  readonly name: string
  readonly protocols: readonly Protocol[]
  readonly operations: Operations
}

/** Answers a request by the first protocol that it speaks; an operation that is not there is an error in AWS's shape. */
export async function serveCalls({ name, protocols, operations }: Served, request: Request): Promise<Response> {
  for (const protocol of protocols) {
    const call = await protocol.read(request)
    if (call === undefined) continue
    try {
      const run = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined
      if (run === undefined) throw new ServiceException('UnknownOperationException', 400, `${name}'s ${call.operation} is not emulated.`)
      return call.answer({ ...(await run(call.input)) })
    } catch (error) {
      if (error instanceof ServiceException) return call.refuse(error)
      throw error
    }
  }
  throw new ServiceException('UnknownOperationException', 400, `The request is in no protocol that ${name} is spoken to by here.`)
}
