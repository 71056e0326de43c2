import { setTimeout as sleep } from 'node:timers/promises'
import { ServiceError } from '../../gateway/service-error.ts'
import type { FinishedInvocation } from '../../activity/activity.ts'
import type { ProcessGuard } from '../process-guard.ts'
import { functionEnvironment } from './function-environment.ts'
import { FunctionPool } from './function-pool.ts'
import { unobserved, type FunctionObserver } from './instance-journal.ts'
import type { FunctionLogLine, InvocationResult, LambdaFunction } from './lambda-function.ts'
import { permits, type LambdaPermission } from './lambda-permission.ts'

/** A minute before the second attempt, two before the third. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const ASYNC_RETRY_DELAYS_MS: readonly number[] = [60_000, 120_000]

/** How long an invocation of a function that was changed or removed may go on: as long as Lambda lets any. */
const RETIRE_MS = 900_000

/** What the functions of an assembly run with. */
export interface LambdaOptions {
  readonly region: string
  readonly accountId: string
  /** The one AWS endpoint, which functions get as `AWS_ENDPOINT_URL`. */
  readonly endpoint: string
  readonly guard: ProcessGuard
  /** Where `@aws-sdk/*` is looked for that a bundle leaves to Lambda's runtime. Default: nowhere. */
  readonly sdkFolders?: readonly string[]
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (line: FunctionLogLine) => void
  /** Told of every invocation that has ended. */
  readonly invoked?: (invocation: FinishedInvocation) => void
  /** Default: nobody. */
  readonly observer?: FunctionObserver
  /** Waits before the attempts of an asynchronous invocation that failed, in ms. Default: AWS's. */
  readonly asyncRetryDelaysMs?: readonly number[]
}

/** Lambda: functions by name, each with its pool of child processes. */
export class Lambda {
  readonly #options: LambdaOptions
  /** By name, versions and aliases by `name:qualifier`; an alias shares its version's pool. */
  readonly #functions = new Map<string, { definition: LambdaFunction; pool: FunctionPool; permissions: Map<string, LambdaPermission> }>()
  readonly #async = new Set<Promise<void>>()
  readonly #retiring = new Set<FunctionPool>()
  readonly #closing = new AbortController()

  constructor(options: LambdaOptions) {
    this.#options = options
  }

  /** One with the same name gives way: what it has in flight ends as it began, and its permissions stay. */
  createFunction(definition: LambdaFunction): void {
    const before = this.#functions.get(definition.name)
    this.#functions.set(definition.name, { definition, pool: this.#newPool(definition), permissions: before?.permissions ?? new Map() })
    if (before !== undefined) this.#retire(before.pool)
    for (const [key, alias] of this.#functions) {
      // An alias of `$LATEST` follows it.
      if (alias.pool === before?.pool && key !== definition.name) this.#functions.set(key, { ...this.#find(definition.name), definition: { ...definition, arn: alias.definition.arn }, permissions: alias.permissions })
    }
  }

  /** A function with its versions and aliases, or one of these. */
  remove(nameOrArn: string): void {
    const key = keyOf(nameOrArn)
    const gone = [...this.#functions].filter(([each]) => each === key || each.startsWith(`${key}:`))
    for (const [each] of gone) this.#functions.delete(each)
    const used = new Set([...this.#functions.values()].map(({ pool }) => pool))
    for (const pool of new Set(gone.map(([, each]) => each.pool))) if (!used.has(pool)) this.#retire(pool)
  }

  #retire(pool: FunctionPool): void {
    this.#retiring.add(pool)
    void pool.close(RETIRE_MS).finally(() => this.#retiring.delete(pool))
  }

  /** Publishes a version, and answers it with its ARN; code and settings are those of `$LATEST`. */
  publishVersion(nameOrArn: string): LambdaFunction & { readonly version: string } {
    const { definition: latest } = this.#find(functionName(nameOrArn)[0])
    const published = [...this.#functions.values()].filter(({ definition: { name, version } }) => name === latest.name && version !== undefined)
    const version = String(new Set(published.map(({ definition }) => definition.version)).size + 1)
    const definition = { ...latest, version, arn: `${latest.arn}:${version}` }
    this.#functions.set(`${latest.name}:${version}`, { definition, pool: this.#newPool(definition), permissions: new Map() })
    return definition
  }

  /** Names a version, or `$LATEST`, and answers the alias's ARN. */
  createAlias(nameOrArn: string, aliasName: string, version: string): string {
    const [name] = functionName(nameOrArn)
    const { definition, pool } = this.#find(`${name}:${version}`)
    const arn = `${this.#find(name).definition.arn}:${aliasName}`
    this.#functions.set(`${name}:${aliasName}`, { definition: { ...definition, arn }, pool, permissions: new Map() })
    return arn
  }

  #newPool(definition: LambdaFunction): FunctionPool {
    const environment = functionEnvironment(definition, this.#options)
    const { guard, sdkFolders = [], log, nowMs, observer = unobserved } = this.#options
    return new FunctionPool({ definition, environment, guard, sdkFolders, log, openJournal: () => observer.journal(definition) }, nowMs)
  }

  /** By name, ARN or partial ARN. Throws `ServiceError` `ResourceNotFoundException` for a function that is not here. */
  definition(nameOrArn: string): LambdaFunction {
    return this.#find(nameOrArn).definition
  }

  has(nameOrArn: string): boolean {
    return this.#functions.has(keyOf(nameOrArn))
  }

  /** How many invocations of the function run at once. */
  concurrency(nameOrArn: string): number {
    return this.#find(nameOrArn).pool.concurrency
  }

  /** `owner` is the id of the resource that the permission belongs to. */
  addPermission(owner: string, nameOrArn: string, permission: LambdaPermission): void {
    this.#find(nameOrArn).permissions.set(owner, permission)
  }

  removePermission(owner: string): void {
    for (const { permissions } of this.#functions.values()) permissions.delete(owner)
  }

  /** Whether the function's resource policy lets a service invoke it on behalf of `sourceArn`. */
  mayInvoke(nameOrArn: string, principal: string, sourceArn: string): boolean {
    return [...this.#find(nameOrArn).permissions.values()].some((permission) => permits(permission, principal, sourceArn))
  }

  /**
   * Invokes and waits. Resolves for a function that fails, too, with `functionError`.
   * Throws `ServiceError` where the function is unknown or throttled.
   */
  async invoke(nameOrArn: string, event: string, requestId = this.#options.newId()): Promise<InvocationResult & { requestId: string }> {
    const { definition, pool } = this.#find(nameOrArn)
    if (this.#closing.signal.aborted) throw new ServiceError('ServiceException', 500, 'The local cloud is closing.')
    const traceId = `Root=1-${Math.floor(this.#options.nowMs() / 1000).toString(16)}-${this.#options.newId().replaceAll('-', '').slice(0, 24)};Sampled=0`
    const { observer = unobserved, nowMs, invoked } = this.#options
    const startedAtMs = nowMs()
    observer.invoking(definition, pool.busy + 1)
    try {
      const result = await pool.invoke({ requestId, event, functionArn: definition.arn, traceId })
      invoked?.({ functionName: definition.name, requestId, startedAtMs, input: event, output: result.payload, failed: result.functionError !== undefined })
      return { ...result, requestId }
    } catch (error) {
      if (error instanceof ServiceError && error.statusCode === 429) observer.throttled(definition)
      throw error
    }
  }

  /** Invokes without waiting for the result: up to three attempts, then a line in the log. */
  invokeAsync(nameOrArn: string, event: string): string {
    const { definition } = this.#find(nameOrArn)
    const requestId = this.#options.newId()
    const attempts = this.#attempt(definition, event, requestId).finally(() => this.#async.delete(attempts))
    this.#async.add(attempts)
    return requestId
  }

  /** Ends asynchronous retries, drains running invocations for at most `drainMs` (default 5,000) and ends every process. */
  async close(drainMs = 5_000): Promise<void> {
    this.#closing.abort()
    const pools = new Set([...[...this.#functions.values()].map(({ pool }) => pool), ...this.#retiring])
    await Promise.all([...pools].map((pool) => pool.close(drainMs)))
    await Promise.all(this.#async)
  }

  async #attempt({ name, arn }: LambdaFunction, event: string, requestId: string): Promise<void> {
    const say = (text: string) => this.#options.log({ functionName: name, requestId, stream: 'lambda', text })
    for (const delayMs of [0, ...(this.#options.asyncRetryDelaysMs ?? ASYNC_RETRY_DELAYS_MS)]) {
      await sleep(delayMs, undefined, { signal: this.#closing.signal }).catch(() => undefined)
      if (this.#closing.signal.aborted) return say('An asynchronous invocation was dropped: the local cloud is closing.')
      const result = await this.invoke(arn, event, requestId).catch((error: unknown) => ({ functionError: String(error), payload: '' }))
      if (result.functionError === undefined) return
      say(`Asynchronous invocation failed: ${result.payload || result.functionError}`)
    }
    say('An asynchronous invocation was dropped after its last attempt.')
  }

  #find(nameOrArn: string) {
    const key = keyOf(nameOrArn)
    const found = this.#functions.get(key)
    if (found !== undefined) return found
    const { region, accountId } = this.#options
    throw new ServiceError('ResourceNotFoundException', 404, `Function not found: arn:aws:lambda:${region}:${accountId}:function:${key}`)
  }
}

function keyOf(nameOrArn: string): string {
  const [name, qualifier] = functionName(nameOrArn)
  return qualifier === '$LATEST' ? name : `${name}:${qualifier}`
}

/** From `arn:aws:lambda:region:account:function:name[:qualifier]`, `account:function:name` or `name[:qualifier]`. */
function functionName(nameOrArn: string): [name: string, qualifier: string] {
  const parts = nameOrArn.split(':')
  const [name = '', qualifier = '$LATEST'] = parts.slice(parts.lastIndexOf('function') + 1)
  return [name, qualifier]
}
