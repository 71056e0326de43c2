import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Ground } from '../../ground/ground.ts'
import type { InstanceJournal } from './instance-journal.ts'
import type { FunctionLogLine, InvocationResult, LambdaFunction } from './lambda-function.ts'
import { talkToWorker, WORKER_CHANNEL, type WorkerLine } from './worker-channel.ts'
import { endOfInvocation, readPrinted, type FunctionErrorPayload, type WorkerInvocation, type WorkerMessage } from './worker-protocol.ts'

// Beside this file as source, beside the bundle once built.
const workerFile = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url))
/** Lambda's limit for loading the handler. */
const INIT_TIMEOUT_MS = 10_000
/** How long the last lines of an invocation may trail its answer. */
const TRAILING_LINES_MS = 250

/** 6 MB and a little, the limit of a synchronous answer. */
const MAX_RESPONSE_BYTES = 6_291_556
/** Signals as Lambda's messages name them. */
const signalNames: Partial<Record<NodeJS.Signals, string>> = {
  SIGKILL: 'killed', SIGTERM: 'terminated', SIGABRT: 'aborted', SIGSEGV: 'segmentation fault',
}

/** What one instance needs to start. */
export interface InstanceOptions {
  readonly definition: LambdaFunction
  readonly environment: Readonly<Record<string, string>>
  readonly guard: Pick<Ground, 'directory' | 'watch'>
  /** Where `@aws-sdk/*` is looked for that a bundle leaves to Lambda's runtime. */
  readonly sdkFolders: readonly string[]
  readonly log: (line: FunctionLogLine) => void
  readonly openJournal: () => InstanceJournal
}

interface Running {
  readonly requestId: string
  readonly streamsToEnd: Set<string>
  answer: InvocationResult | undefined
  memoryMb: number | undefined
  finish(result: InvocationResult): void
}

/** Where this process keeps what it compiles, for other clouds, too; `undefined` where it keeps nothing. */
function keptCompiled(): string | undefined {
  // Absent before 22.10, whatever its types say.
  const { getCompileCacheDir } = module as Partial<typeof module>
  const folder = getCompileCacheDir?.()
  // A folder for this version of Node.js, in the one that was asked for.
  return folder === undefined ? undefined : dirname(folder)
}

/** One execution environment of a function: a child process that serves one invocation at a time. */
export class FunctionInstance {
  readonly #child: ChildProcess
  readonly #options: InstanceOptions
  readonly #journal: InstanceJournal
  readonly #started: Promise<FunctionErrorPayload | undefined>
  readonly #gone: Promise<unknown>
  #line: WorkerLine | undefined
  #running: Running | undefined
  #lastRequestId: string | undefined
  #usable = true

  constructor(options: InstanceOptions) {
    this.#options = options
    this.#journal = options.openJournal()
    const { definition, environment, guard, sdkFolders } = options
    // Lambda leaves about a tenth of the memory to what is not JavaScript's heap.
    const flags = ['--enable-source-maps', `--max-old-space-size=${Math.floor(definition.memoryMb * 0.9)}`]
    // Detached: a Ctrl-C in the terminal is for us alone, who let the invocation end.
    // Node would strip the types of the worker's sources, and compile it, for each instance anew.
    const compiled = keptCompiled() ?? join(guard.directory, 'compiled')
    this.#child = spawn(process.execPath, [...flags, workerFile, compiled, ...sdkFolders], {
      cwd: definition.directory,
      env: { NODE_COMPILE_CACHE: compiled, ...environment, AWS_LAMBDA_LOG_STREAM_NAME: this.#journal.streamName },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'], detached: true,
    })
    guard.watch(this.#child)
    this.#gone = once(this.#child, 'exit')
    this.#started = this.#start()
    this.#read('stdout')
    this.#read('stderr')
  }

  /** Whether another invocation may come here: false once it has timed out, crashed or could not load. */
  get usable(): boolean {
    return this.#usable
  }

  /** Serves one invocation. `deadlineMs` of the invocation is counted from when the handler is loaded. */
  async invoke(invocation: Omit<WorkerInvocation, 'deadlineMs'>, nowMs: () => number): Promise<InvocationResult> {
    const { definition } = this.#options
    const { requestId } = invocation
    this.#lastRequestId = requestId
    const failure = await this.#started
    this.#journal.started(requestId)
    if (failure !== undefined) return this.#refuse(requestId, failure)
    const { exitCode, signalCode } = this.#child
    if (exitCode !== null || signalCode !== null) return this.#refuse(requestId, exitError(requestId, exitCode, signalCode))
    const timeoutMs = definition.timeoutSec * 1000
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timeOut(requestId), timeoutMs)
      const running: Running = {
        requestId,
        streamsToEnd: new Set(['stdout', 'stderr']),
        answer: undefined,
        memoryMb: undefined,
        finish: (result) => {
          clearTimeout(timer)
          this.#running = undefined
          this.#journal.ended(requestId, { ...reportOf(result), memoryMb: running.memoryMb })
          resolve(result)
        },
      }
      this.#running = running
      const message: WorkerInvocation = { ...invocation, deadlineMs: nowMs() + timeoutMs }
      this.#line?.send(message)
    })
  }

  /** Ends the process at once. */
  async kill(): Promise<void> {
    this.#usable = false
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  /** An invocation that no process serves. */
  #refuse(requestId: string, error: FunctionErrorPayload): InvocationResult {
    const result = failed(error)
    this.#journal.ended(requestId, reportOf(result))
    return result
  }

  #start(): Promise<FunctionErrorPayload | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        void this.kill()
        resolve({
          errorType: 'Sandbox.Timedout', errorMessage: `Init phase timed out after ${(INIT_TIMEOUT_MS / 1000).toFixed(2)} seconds`,
        })
      }, INIT_TIMEOUT_MS)
      const end = (failure?: FunctionErrorPayload) => {
        clearTimeout(timer)
        this.#journal.loaded()
        if (failure !== undefined) this.#usable = false
        resolve(failure)
      }
      const heard = (message: WorkerMessage) => {
        if (message.kind === 'ready') end()
        else if (message.kind === 'initFailed') end(message.error)
        else this.#answered(message)
      }
      const channel = this.#child.stdio[WORKER_CHANNEL]
      if (channel instanceof Duplex) this.#line = talkToWorker(channel, { word: randomUUID(), heard, flooded: () => this.#flooded() })
      this.#child.once('error', (error) => end({ errorType: 'Runtime.ExitError', errorMessage: error.message }))
      this.#child.once('exit', (code, signal) => {
        this.#usable = false
        const error = exitError(this.#lastRequestId, code, signal)
        end(error)
        this.#running?.finish(this.#running.answer ?? failed(error))
      })
    })
  }

  #answered(message: Extract<WorkerMessage, { requestId: string }>): void {
    const running = this.#running
    if (running?.requestId !== message.requestId) return
    running.memoryMb = message.memoryMb
    running.answer = message.kind === 'succeeded' ? succeeded(message) : failed(message.error)
    if (message.kind === 'failed' && message.leaving) {
      this.#usable = false
      return
    }
    this.#finishWhenComplete(running)
    // A handler can close or redirect its stdout; its answer still counts.
    setTimeout(() => this.#running === running && running.finish(running.answer ?? { payload: 'null' }), TRAILING_LINES_MS).unref()
  }

  #finishWhenComplete(running: Running): void {
    if (running.answer !== undefined && running.streamsToEnd.size === 0) running.finish(running.answer)
  }

  #timeOut(requestId: string): void {
    const { definition, log } = this.#options
    const text = `Task timed out after ${definition.timeoutSec.toFixed(2)} seconds`
    log({ functionName: definition.name, requestId, stream: 'lambda', text })
    this.#journal.timedOut(requestId, text)
    const running = this.#running
    void this.kill().then(() =>
      running?.finish(failed({ errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: ${text}` })))
    // The exit must not turn the time-out into a crash.
    this.#running = undefined
  }

  /** It ends as if it had crashed. */
  #flooded(): void {
    this.#options.log({
      functionName: this.#options.definition.name, requestId: this.#lastRequestId, stream: 'lambda',
      text: `The function writes to file descriptor ${WORKER_CHANNEL}, which is the runtime's: its process is ended`,
    })
    void this.kill()
  }

  #read(stream: 'stdout' | 'stderr'): void {
    const input = this.#child[stream]
    if (input === null) return
    createInterface({ input, crlfDelay: Infinity }).on('line', (text) => {
      const running = this.#running
      if (running !== undefined && text === endOfInvocation(running.requestId)) {
        running.streamsToEnd.delete(stream)
        this.#finishWhenComplete(running)
      } else if (!text.startsWith(endOfInvocation(''))) {
        this.#printed(stream, text, running?.requestId ?? this.#lastRequestId)
      }
    })
  }

  #printed(stream: 'stdout' | 'stderr', line: string, requestId: string | undefined): void {
    const printed = readPrinted(line)
    for (const text of printed.text.split('\n')) this.#options.log({ functionName: this.#options.definition.name, requestId, stream, text })
    this.#journal.printed(printed, requestId)
  }
}

/** Only errors of the runtime's have their type in a report. */
function reportOf({ payload, functionError }: InvocationResult): { status: 'success' | 'error' | 'timeout'; errorType?: string } {
  if (functionError === undefined) return { status: 'success' }
  const { errorType } = JSON.parse(payload) as FunctionErrorPayload
  if (errorType === 'Sandbox.Timedout') return { status: 'timeout' }
  return /^(?:Runtime|Function|Sandbox)\./.test(errorType) ? { status: 'error', errorType } : { status: 'error' }
}

function succeeded({ payload, streamed }: Extract<WorkerMessage, { kind: 'succeeded' }>): InvocationResult {
  // A stream may be longer.
  if (streamed !== undefined) return { payload, streamed }
  if (Buffer.byteLength(payload) <= MAX_RESPONSE_BYTES) return { payload }
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`
  return failed({ errorType: 'Function.ResponseSizeTooLarge', errorMessage })
}

function failed(error: FunctionErrorPayload): InvocationResult {
  return { payload: JSON.stringify(error), functionError: 'Unhandled' }
}

function exitError(requestId: string | undefined, code: number | null, signal: NodeJS.Signals | null): FunctionErrorPayload {
  const how = signal !== null ? `with error: signal: ${signalNames[signal] ?? signal}`
    : code === 0 || code === null ? 'without providing a reason' : `with error: exit status ${code}`
  return { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId ?? 'unknown'} Error: Runtime exited ${how}` }
}
