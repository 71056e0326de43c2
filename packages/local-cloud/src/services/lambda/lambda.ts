import { ServiceException } from '@keg/aws-service'
import type { FinishedInvocation } from './finished-invocation.ts'
import { AsynchronousInvocations, type InvokeConfig, type QueuedEvent } from './asynchronous-invocations.ts'
import { EventSources } from './event-sources.ts'
import { functionEnvironment } from './function-environment.ts'
import { FunctionPool } from './function-pool.ts'
import { unobserved, type FunctionObserver } from './instance-journal.ts'
import type { FunctionLogLine, InvocationResult, LambdaFunction } from './lambda-function.ts'
import { Layers } from './layers.ts'
import { permits, type LambdaPermission } from './lambda-permission.ts'
import { logTail } from './log-tail.ts'
import { LayerFolders } from './unpack-code.ts'
import type { LambdaOptions } from './lambda-options.ts'

/** How long an invocation of a function that was changed or removed may go on: as long as Lambda lets any. */
const RETIRE_MS = 900_000

/** How a function is invoked. */
export interface InvokeOptions {
  readonly requestId?: string
  /** Whether the end of what it prints is wanted, too. */
  readonly tail?: boolean
  /** `X-Amz-Client-Context`, as JSON. */
  readonly clientContext?: string | undefined
}

/** A function's address, as its API tells of it. */
export interface FunctionUrl {
  readonly url: string
  readonly authType: string
  readonly cors: object | undefined
}

interface FunctionEntry {
  readonly definition: LambdaFunction
  readonly pool: FunctionPool
  /** By the resources that they belong to. */
  readonly permissions: Map<string, LambdaPermission>
  readonly createdMs: number
  invokeConfig?: InvokeConfig
  url?: FunctionUrl
}

/** Lambda: functions by name, each with its pool of child processes. */
export class Lambda {
  readonly eventSources: EventSources
  readonly layers: Layers
  readonly #options: LambdaOptions
  #observer: FunctionObserver = unobserved
  #invoked: ((invocation: FinishedInvocation) => void) | undefined
  /** By name, versions and aliases by `name:qualifier`; an alias shares its version's pool. */
  readonly #functions = new Map<string, FunctionEntry>()
  readonly #async: AsynchronousInvocations
  /** Lines of invocations whose end is wanted, by request id. */
  readonly #tails = new Map<string, string[]>()
  readonly #retiring = new Set<FunctionPool>()
  #closing = false

  constructor(options: LambdaOptions) {
    this.#options = options
    const { region, guard, assetPath = (path) => path, logSource = () => undefined } = options
    this.layers = new Layers(new LayerFolders(assetPath, guard.directory))
    this.eventSources = new EventSources({ lambda: this, nowMs: options.nowMs, region, log: logSource })
    const { nowMs, newId, log, asyncRetryDelaysMs: retryDelaysMs, sendRecord = notHere, deadLetter = notHere } = options
    const invoke = (functionArn: string, event: string, requestId: string) => this.invoke(functionArn, event, { requestId })
    const { queue = new Map<string, QueuedEvent>(), durable = false } = options
    const find = (functionArn: string) => (this.has(functionArn) ? this.#find(functionArn) : undefined)
    this.#async = new AsynchronousInvocations({ invoke, sendRecord, deadLetter, nowMs, newId, log, retryDelaysMs, queue, durable, find })
  }

  /** Has journals and metrics of functions kept by `observer`, in the place of the one before. */
  observe(observer: FunctionObserver): void {
    this.#observer = observer
  }

  /** Calls `invoked` after every invocation. */
  onInvoked(invoked: (invocation: FinishedInvocation) => void): void {
    this.#invoked = invoked
  }

  /** One with the same name gives way: what it has in flight ends as it began, and its permissions stay. */
  createFunction(definition: LambdaFunction): void {
    const before = this.#functions.get(definition.name)
    this.#set(definition.name, definition, this.#newPool(definition), before)
    if (before !== undefined) this.#retire(before.pool)
    for (const [key, alias] of this.#functions) {
      // An alias of `$LATEST` follows it.
      if (alias.pool === before?.pool && key !== definition.name)
        this.#set(key, { ...definition, arn: alias.definition.arn }, this.#find(definition.name).pool, alias)
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
    const published = [...this.#functions.values()].filter(({ definition: { name, version } }) =>
      name === latest.name && version !== undefined)
    const version = String(new Set(published.map(({ definition }) => definition.version)).size + 1)
    const definition = { ...latest, version, arn: `${latest.arn}:${version}` }
    this.#set(`${latest.name}:${version}`, definition, this.#newPool(definition))
    return definition
  }

  /** Names a version, or `$LATEST`, and answers the alias's ARN. */
  createAlias(nameOrArn: string, aliasName: string, version: string): string {
    const [name] = functionName(nameOrArn)
    const { definition, pool } = this.#find(`${name}:${version}`)
    const arn = `${this.#find(name).definition.arn}:${aliasName}`
    this.#set(`${name}:${aliasName}`, { ...definition, arn }, pool)
    return arn
  }

  /** What others have said of the one before holds for the one in its place. */
  #set(key: string, definition: LambdaFunction, pool: FunctionPool, before?: FunctionEntry): void {
    this.#functions.set(key, { permissions: new Map(), ...before, definition, pool, createdMs: this.#options.nowMs() })
  }

  /** Says what becomes of asynchronous invocations of a function, a version or an alias. */
  setInvokeConfig(nameOrArn: string, config: InvokeConfig): void {
    this.#find(nameOrArn).invokeConfig = config
  }

  setUrl(nameOrArn: string, url: FunctionUrl): void {
    this.#find(nameOrArn).url = url
  }

  /** All that is known of a function, a version or an alias. Throws `ServiceException` `ResourceNotFoundException`. */
  entry(nameOrArn: string): Readonly<FunctionEntry> {
    return this.#find(nameOrArn)
  }

  /** Every function, version and alias, by `name` or `name:qualifier`. */
  entries(): [string, Readonly<FunctionEntry>][] {
    return [...this.#functions]
  }

  #newPool(definition: LambdaFunction): FunctionPool {
    const environment = functionEnvironment(definition, this.#options)
    const { guard, sdkFolders = [], nowMs } = this.#options
    const log = (line: FunctionLogLine) => {
      this.#tails.get(line.requestId ?? '')?.push(line.text)
      this.#options.log(line)
    }
    return new FunctionPool(
      { definition, environment, guard, sdkFolders, log, openJournal: () => this.#observer.journal(definition) }, nowMs,
    )
  }

  /** By name, ARN or partial ARN. Throws `ServiceException` `ResourceNotFoundException` for a function that is not here. */
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
   * Throws `ServiceException` where the function is unknown or throttled.
   */
  async invoke(
    nameOrArn: string, event: string, { requestId = this.#options.newId(), tail = false, clientContext }: InvokeOptions = {},
  ): Promise<InvocationResult & { requestId: string; logTail?: string }> {
    const { definition, pool } = this.#find(nameOrArn)
    if (this.#closing) throw new ServiceException('ServiceException', 500, 'The local cloud is closing.')
    const traceId =
      `Root=1-${Math.floor(this.#options.nowMs() / 1000).toString(16)}-${this.#options.newId().replaceAll('-', '').slice(0, 24)};Sampled=0`
    const { nowMs } = this.#options
    const lines: string[] = []
    if (tail) this.#tails.set(requestId, lines)
    const startedAtMs = nowMs()
    this.#observer.invoking(definition, pool.busy + 1)
    try {
      const result = await pool.invoke({
        requestId, event, functionArn: definition.arn, traceId, ...(clientContext === undefined ? {} : { clientContext }),
      })
      this.#invoked?.({
        functionName: definition.name, requestId, startedAtMs, input: event, output: result.payload,
        failed: result.functionError !== undefined,
      })
      const { version = '$LATEST', memoryMb } = definition
      return {
        ...result, requestId,
        ...(tail ? { logTail: logTail({ requestId, version, lines, durationMs: nowMs() - startedAtMs, memoryMb }) } : {}),
      }
    } catch (error) {
      if (error instanceof ServiceException && error.statusCode === 429) this.#observer.throttled(definition)
      throw error
    } finally {
      this.#tails.delete(requestId)
    }
  }

  /** Invokes without waiting for the result: up to three attempts, then the function's destination, or a line in the log alone. */
  invokeAsync(nameOrArn: string, event: string): string {
    const { definition, invokeConfig = {} } = this.#find(nameOrArn)
    return this.#async.add(definition, invokeConfig, event)
  }

  /**
   * Goes on with asynchronous invocations that an earlier run has left, and has event sources poll; called once every function is there.
   */
  start(): void {
    this.#async.resume()
    this.eventSources.start()
  }

  /** Ends asynchronous retries, drains running invocations for at most `drainMs` (default 5,000) and ends every process. */
  async close(drainMs = 5_000): Promise<void> {
    this.#closing = true
    this.#async.stop()
    const pools = new Set([...[...this.#functions.values()].map(({ pool }) => pool), ...this.#retiring])
    await Promise.all([...pools].map((pool) => pool.close(drainMs)))
    await this.#async.settled()
  }

  #find(nameOrArn: string) {
    const key = keyOf(nameOrArn)
    const found = this.#functions.get(key)
    if (found !== undefined) return found
    const { region, accountId } = this.#options
    throw new ServiceException(
      'ResourceNotFoundException', 404, `Function not found: arn:aws:lambda:${region}:${accountId}:function:${key}`,
    )
  }
}

async function notHere(arn: string): Promise<void> {
  throw new TypeError(`${arn} is not here`)
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
