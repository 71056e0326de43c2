/**
 * Runs one Lambda function in a process of its own: loads the handler once, then serves one invocation after another.
 * The parent talks over a pipe of its own; what the handler prints goes to stdout and stderr as it is.
 */
import { access } from 'node:fs/promises'
import { Socket } from 'node:net'
import module, { type ResolveFnOutput, type ResolveHookContext } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { leadAnswersTo } from './custom-resource-answers.ts'
import { awslambda, isStreaming, ResponseStream, streamedBytes } from './response-stream.ts'
import { syntaxErrorLine } from './syntax-error-line.ts'
import { eachLine, WORKER_CHANNEL } from './worker-channel.ts'
import { endOfInvocation, printedLine, type FunctionErrorPayload, type WorkerInvocation, type WorkerMessage } from './worker-protocol.ts'

type NextResolve = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput
type Callback = (error: unknown, result?: unknown) => void
type Handler = (event: unknown, context: object, callback: Callback) => unknown

/** Why a handler could not be loaded, in Lambda's shape. */
class InitError extends Error {
  readonly payload: FunctionErrorPayload
  /** What is printed of it. */
  printed: unknown = this
  constructor(errorType: string, message: string, cause?: Error) {
    super(message, { cause })
    this.payload = { errorType, errorMessage: message, trace: [`${errorType}: ${message}`, ...(cause?.stack?.split('\n') ?? [])] }
  }
}

const environment = process.env
Object.assign(globalThis, { awslambda })
let current: WorkerInvocation | undefined

const parent = new Socket({ fd: WORKER_CHANNEL })
const [word, invoked] = [Promise.withResolvers<string>(), Promise.withResolvers<(invocation: WorkerInvocation) => void>()]
let told = false
eachLine(parent, {
  maxBytes: Infinity,
  heard: (line) => {
    if (told) return void invoked.promise.then((run) => run(JSON.parse(line) as WorkerInvocation))
    told = true
    word.resolve(line)
  },
  tooLong: () => undefined,
})
// The parent is gone, whatever ended it.
parent.on('close', () => process.exit(1)).on('error', () => process.exit(1))
/** What the parent believes messages by; the handler is loaded later, and does not see it. */
const ownWord = await word.promise
process.on('uncaughtException', (error) => leave(errorPayload(error), 129))
process.on('unhandledRejection', (reason) => {
  const { errorMessage, trace } = errorPayload(reason)
  leave({
    errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: reason instanceof Error ? String(reason) : errorMessage,
    ...(trace === undefined ? {} : { trace }),
  }, 128)
})

const [compiled, ...sdkFolders] = process.argv.slice(2)
keepCompiled(compiled)
printByLevel()
resolveRuntimeSdk(sdkFolders)
leadAnswersTo(environment['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1')
try {
  const handler = await loadHandler(environment['LAMBDA_TASK_ROOT'] ?? process.cwd(), environment['_HANDLER'] ?? '')
  invoked.resolve((invocation) => void run(handler, invocation))
  say({ kind: 'ready' })
} catch (error) {
  console.error(error instanceof InitError ? error.printed : error)
  say({ kind: 'initFailed', error: error instanceof InitError ? error.payload : errorPayload(error) }, () => process.exit(1))
}

async function run(handler: Handler, invocation: WorkerInvocation): Promise<void> {
  current = invocation
  const { requestId } = invocation
  const answer = await call(handler, invocation)
  const end = `${endOfInvocation(requestId)}\n`
  process.stdout.write(end)
  process.stderr.write(end)
  current = undefined
  say(answer)
}

async function call(handler: Handler, invocation: WorkerInvocation): Promise<WorkerMessage> {
  const { requestId } = invocation
  try {
    const event: unknown = JSON.parse(invocation.event)
    if (isStreaming(handler)) return await stream(handler, event, invocation)
    const result = await (handler.length < 3
      ? handler(event, contextOf(invocation), ignoreCallback)
      : withCallback(handler, event, contextOf(invocation)))
    return { kind: 'succeeded', requestId, payload: JSON.stringify(result) ?? 'null', memoryMb: memoryMb() }
  } catch (error) {
    const payload = errorPayload(error)
    console.error(`Invoke Error \t${JSON.stringify(payload)}`)
    return { kind: 'failed', requestId, error: payload, leaving: false, memoryMb: memoryMb() }
  }
}

/**
 * Keeps what this file and its imports were compiled to, for the next instance: an instance is killed, and has no time at its end. Handlers
 * see nothing of it.
 */
function keepCompiled(folder: string | undefined): void {
  if (environment['NODE_COMPILE_CACHE'] === folder) delete environment['NODE_COMPILE_CACHE']
  // Absent before 22.10, whatever its types say.
  const { flushCompileCache } = module as Partial<typeof module>
  flushCompileCache?.()
}

function memoryMb(): number {
  return Math.ceil(process.memoryUsage.rss() / 1024 / 1024)
}

/**
 * Lambda's runtime makes one event of a call of `console`, with its level, whatever lines the text has.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 */
function printByLevel(): void {
  const methods = { debug: 'DEBUG', info: 'INFO', log: 'INFO', warn: 'WARN', error: 'ERROR' } as const
  for (const method of Object.keys(methods) as (keyof typeof methods)[]) {
    const stream = method === 'warn' || method === 'error' ? process.stderr : process.stdout
    console[method] = (...data: unknown[]) =>
      stream.write(`${printedLine({ text: format(...data), level: methods[method], ...structured(data) })}\n`)
  }
}

/** What JSON logs have as a structure: an error among what is printed, or one object. */
function structured(data: readonly unknown[]): { value?: unknown } {
  const error = data.find((each) => each instanceof Error)
  if (error !== undefined) {
    return { value: {
      errorType: error.name, errorMessage: error.message, stackTrace: error.stack?.split('\n').slice(1).map((line) => line.trim()) ?? [],
    } }
  }
  const [only] = data
  if (data.length !== 1 || typeof only !== 'object' || only === null) return {}
  try {
    return { value: JSON.parse(JSON.stringify(only)) as unknown }
  } catch {
    // What is no JSON is printed as text.
    return {}
  }
}

/** A streaming handler writes its answer to its second parameter. */
async function stream(handler: Handler, event: unknown, invocation: WorkerInvocation): Promise<WorkerMessage> {
  const response = new ResponseStream()
  await Reflect.apply(handler, undefined, [event, response, contextOf(invocation)])
  const streamed = await response.done()
  return { kind: 'succeeded', requestId: invocation.requestId, payload: streamedBytes(streamed).toString(), streamed, memoryMb: memoryMb() }
}

/** A handler with a third parameter answers by callback, unless it returns a promise. */
function withCallback(handler: Handler, event: unknown, context: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, result) => (error === null || error === undefined ? resolve(result) : reject(error)))
    if (returned instanceof Promise) returned.then(resolve, reject)
  })
}

function ignoreCallback(): void {}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf({ requestId, functionArn, deadlineMs, traceId, clientContext }: WorkerInvocation): object {
  environment['_X_AMZN_TRACE_ID'] = traceId
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: environment['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: environment['AWS_LAMBDA_FUNCTION_VERSION'],
    invokedFunctionArn: functionArn,
    memoryLimitInMB: environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    awsRequestId: requestId,
    logGroupName: environment['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: environment['AWS_LAMBDA_LOG_STREAM_NAME'],
    ...(clientContext === undefined ? {} : { clientContext: JSON.parse(clientContext) as unknown }),
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  }
}

/**
 * Lambda's runtime brings `@aws-sdk/*` and `@smithy/*`, which bundles therefore may leave out; here they come from
 * the first of the folders that has them. What layers bring, Node.js finds by NODE_PATH for `require` alone, and Lambda for `import`, too.
 * Without effect before Node.js 22.15.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included
 */
function resolveRuntimeSdk(folders: readonly string[]): void {
  // Absent before 22.15, whatever its types say.
  const { registerHooks } = module as Partial<typeof module>
  // `createRequire` comes back to the hook.
  let searching = false
  const layerFolders = (environment['NODE_PATH'] ?? '').split(delimiter).filter((folder) => folder !== '').map((folder) => dirname(folder))
  registerHooks?.({
    resolve(specifier, context, nextResolve) {
      try {
        return nextResolve(specifier, context)
      } catch (error) {
        const ofRuntime = /^@(?:aws-sdk|smithy)\//.test(specifier)
        const candidates = /^[./]|^\w+:/.test(specifier) ? [] : [...layerFolders, ...(ofRuntime ? folders : [])]
        if (searching || candidates.length === 0) throw error
        searching = true
        const found = candidates.map((folder) => resolveFrom(folder, specifier, context, nextResolve))
          .find((resolved) => resolved !== undefined)
        searching = false
        if (found !== undefined) return found
        if (ofRuntime && error instanceof Error)
          error.message += '\nLambda\'s runtime has it, this machine does not: install it in the project, or bundle it.'
        throw error
      }
    },
  })
}

function resolveFrom(
  folder: string, specifier: string, context: ResolveHookContext, nextResolve: NextResolve,
): ResolveFnOutput | undefined {
  const parent = pathToFileURL(join(folder, 'function.js')).href
  try {
    // `require` goes by the module that called it, not by the context, so that it is handed the file.
    return context.conditions.includes('require')
      ? nextResolve(module.createRequire(parent).resolve(specifier), context)
      : nextResolve(specifier, { ...context, parentURL: parent })
  } catch {
    return undefined
  }
}

async function loadHandler(root: string, specification: string): Promise<Handler> {
  const slash = specification.lastIndexOf('/') + 1
  const dot = specification.indexOf('.', slash)
  if (dot < 0)
    throw new InitError('Runtime.MalformedHandlerName', `Bad handler "${specification}": it is a file and an export, as index.handler.`)
  const name = specification.slice(0, dot)
  const file = await firstFile(join(root, name))
  if (file === undefined) throw new InitError('Runtime.ImportModuleError', `Error: Cannot find module '${name}'`)
  const loaded = await load(file)
  const handler = specification.slice(dot + 1).split('.').reduce(member, loaded)
  if (typeof handler !== 'function') throw new InitError('Runtime.HandlerNotFound', `${specification} is undefined or not exported`)
  // A function that was exported as the handler is called as one.
  return handler as Handler
}

async function load(file: string): Promise<unknown> {
  try {
    const loaded: unknown = await import(pathToFileURL(file).href)
    const exported = member(loaded, 'default')
    // A CommonJS module comes as the default export, whatever names Node found in it.
    return file.endsWith('.mjs') || exported === undefined ? loaded : { ...Object(loaded), ...Object(exported) }
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw Object.assign(new InitError('Runtime.UserCodeSyntaxError', String(cause), cause), { printed: syntaxErrorLine(cause, file) })
    if (cause instanceof Error && 'code' in cause && /MODULE_NOT_FOUND/.test(String(cause.code)))
      throw new InitError('Runtime.ImportModuleError', String(cause), cause)
    throw cause
  }
}

async function firstFile(path: string): Promise<string | undefined> {
  for (const extension of ['.js', '.mjs', '.cjs']) {
    const file = `${path}${extension}`
    if (await access(file).then(() => true, () => false)) return file
  }
  return undefined
}

function member(value: unknown, name: string): unknown {
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ? Reflect.get(value, name) : undefined
}

function errorPayload(error: unknown): FunctionErrorPayload {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] }
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
}

/** Tells the parent what happened, then ends: a process whose state is unknown serves no other invocation. */
function leave(error: FunctionErrorPayload, exitCode: number): void {
  console.error(`${error.errorType}\t${JSON.stringify(error)}`)
  say(
    current === undefined
      ? { kind: 'initFailed', error }
      : { kind: 'failed', requestId: current.requestId, error, leaving: true, memoryMb: memoryMb() },
    () => process.exit(exitCode),
  )
}

function say(message: WorkerMessage, sent?: () => void): void {
  parent.write(`${ownWord} ${JSON.stringify(message)}\n`, sent)
}
