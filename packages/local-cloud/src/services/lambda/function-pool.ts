import { ServiceException } from '@keg/aws-service'
import { FunctionInstance, type InstanceOptions } from './function-instance.ts'
import type { InvocationResult } from './lambda-function.ts'
import type { WorkerInvocation } from './worker-protocol.ts'

/** Instances of one function at once where it reserves no concurrency: a laptop's share of AWS's 1,000. */
const DEFAULT_CONCURRENCY = 10
/** Invocations that may wait for an instance before further ones are throttled. */
const MAX_WAITING = 1_000

/** The instances of one function: started when needed, reused while warm, never more than its concurrency. */
export class FunctionPool {
  readonly #options: InstanceOptions
  readonly #nowMs: () => number
  readonly #limit: number
  /** The one used last comes first, so that light load stays on one process. */
  readonly #idle: FunctionInstance[] = []
  readonly #instances = new Set<FunctionInstance>()
  readonly #waiting: (() => void)[] = []
  readonly #open = new Set<Promise<unknown>>()
  #busy = 0
  #closed = false

  constructor(options: InstanceOptions, nowMs: () => number) {
    this.#options = options
    this.#nowMs = nowMs
    this.#limit = options.definition.reservedConcurrency ?? DEFAULT_CONCURRENCY
  }

  get concurrency(): number {
    return this.#limit
  }

  /** How many invocations run now. */
  get busy(): number {
    return this.#busy
  }

  /** Throws `ServiceException` `TooManyRequestsException` where no instance is to be had. */
  async invoke(invocation: Omit<WorkerInvocation, 'deadlineMs'>): Promise<InvocationResult> {
    const invoked = this.#invokeInTurn(invocation)
    this.#open.add(invoked)
    try {
      return await invoked
    } finally {
      this.#open.delete(invoked)
    }
  }

  async #invokeInTurn(invocation: Omit<WorkerInvocation, 'deadlineMs'>): Promise<InvocationResult> {
    await this.#slot()
    try {
      if (this.#closed) throw new ServiceException('ServiceException', 500, 'The function is gone.')
      return await this.#run(invocation)
    } finally {
      this.#free()
    }
  }

  /** Lets invocations end for at most `drainMs`, then ends every process. */
  async close(drainMs: number): Promise<void> {
    const timeUp = new Promise((resolve) => setTimeout(resolve, drainMs).unref())
    await Promise.race([Promise.allSettled(this.#open), timeUp])
    this.#closed = true
    await Promise.all([...this.#instances].map((instance) => instance.kill()))
  }

  async #slot(): Promise<void> {
    if (this.#busy >= this.#limit) {
      // AWS throttles beyond a reserved concurrency; the default limit is ours alone, so callers wait for it.
      if (this.#options.definition.reservedConcurrency !== undefined || this.#waiting.length >= MAX_WAITING) {
        throw new ServiceException('TooManyRequestsException', 429, 'Rate Exceeded.')
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
      return
    }
    this.#busy += 1
  }

  /** The place goes straight to whoever waits longest. */
  #free(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#busy -= 1
    else next()
  }

  async #run(invocation: Omit<WorkerInvocation, 'deadlineMs'>): Promise<InvocationResult> {
    const instance = this.#takeIdle() ?? new FunctionInstance(this.#options)
    this.#instances.add(instance)
    const result = await instance.invoke(invocation, this.#nowMs)
    if (instance.usable) this.#idle.push(instance)
    else this.#instances.delete(instance)
    return result
  }

  /** An instance can die while it idles; such a one is forgotten. */
  #takeIdle(): FunctionInstance | undefined {
    for (let instance = this.#idle.pop(); instance !== undefined; instance = this.#idle.pop()) {
      if (instance.usable) return instance
      this.#instances.delete(instance)
    }
    return undefined
  }
}
