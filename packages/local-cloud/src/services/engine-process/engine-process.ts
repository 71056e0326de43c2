import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { ProcessGuard } from '../process-guard.ts'
import type { EngineAnswer, EngineQuestion } from './engine-protocol.ts'
import { EngineEnded } from './engine-ended.ts'

/** What an engine's process runs, and what it may take. */
export interface EngineProgram {
  /** For messages, as `DuckDB`. */
  readonly name: string
  readonly file: string
  /** For JavaScript's heap. */
  readonly heapMb: number
  /** For the process as a whole. */
  readonly memoryMb: number
  readonly args?: readonly string[]
}

/** Where processes are started from. */
export interface EngineHost {
  /** Kills a process with this one, however it ends; absent: it ends by itself once it notices. */
  readonly guard?: Pick<ProcessGuard, 'watch'>
  /** Told of a process that ends though nobody has ended it. */
  readonly log: (text: string) => void
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A process of its own for somebody else's code, which can neither hold up this one nor take its memory. */
export class EngineProcess {
  readonly #program: EngineProgram
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>
  readonly #start = Promise.withResolvers<undefined>()
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #ended: EngineEnded | undefined

  constructor(program: EngineProgram, { guard, log }: EngineHost) {
    const { name, file, heapMb, memoryMb, args = [] } = program
    this.#program = program
    // Without our environment, for which it has no use; Windows starts nothing without one.
    const environment = process.platform === 'win32' ? {} : { env: {} }
    this.#child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, '--no-warnings', file, String(memoryMb), ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true, ...environment,
    })
    this.#gone = once(this.#child, 'exit').catch(() => undefined)
    guard?.watch(this.#child)
    this.#child.on('message', (answer: EngineAnswer) => this.#answered(answer))
    this.#child.once('error', (error) =>
      this.#end(new EngineEnded('gone', `The process of ${name} could not be started: ${error.message}`)))
    this.#child.once('exit', (code, signal) => {
      if (this.#ended === undefined) {
        // V8 aborts where its heap is full.
        const ended = signal === 'SIGABRT'
          ? this.#exhausted()
          : new EngineEnded('gone', `The process of ${name} has ended (${signal ?? `exit code ${code}`})`)
        this.#end(ended)
        log(`${ended.message}; another one is started when it is needed`)
      }
    })
    this.#hold(false)
  }

  /** Whether it may be asked more. */
  get usable(): boolean {
    return this.#ended === undefined
  }

  /** Rejects with the error that the program answers, or with `EngineEnded`: after `timeoutMs` the process is ended. */
  async ask(ask: unknown, timeoutMs?: number): Promise<unknown> {
    if (this.#ended !== undefined) throw this.#ended
    const id = this.#asked += 1
    this.#hold(true)
    const timer = timeoutMs === undefined
      ? undefined
      : setTimeout(() => this.end('time', `${this.#program.name} was ended after ${timeoutMs} ms`), timeoutMs)
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject })
        this.#child.send({ id, ask } satisfies EngineQuestion, () => undefined)
      })
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(id)
      this.#hold(false)
    }
  }

  /** Once it answers, or is gone. */
  get started(): Promise<undefined> {
    return this.#start.promise
  }

  /** Ends the process; what it is asked rejects with the reason. */
  end(reason: EngineEnded['reason'], message: string): void {
    this.#end(new EngineEnded(reason, message))
  }

  /** Ends the process, and waits until it is gone. */
  async close(): Promise<void> {
    this.end('closed', `${this.#program.name} was closed`)
    // What is waited for keeps this process alive.
    this.#child.ref()
    await this.#gone
  }

  #answered(answer: EngineAnswer): void {
    if ('started' in answer) return this.#start.resolve(undefined)
    if ('exhausted' in answer) return this.#end(this.#exhausted())
    const waiting = this.#waiting.get(answer.id)
    if ('error' in answer) waiting?.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name }))
    else waiting?.resolve(answer.value)
  }

  #end(ended: EngineEnded): void {
    if (this.#ended !== undefined) return
    this.#ended = ended
    this.#child.kill('SIGKILL')
    this.#start.resolve(undefined)
    for (const { reject } of this.#waiting.values()) reject(ended)
  }

  #exhausted(): EngineEnded {
    return new EngineEnded('memory', `${this.#program.name} took more memory than it may, ${this.#program.memoryMb} MB`)
  }

  /** Only what is asked keeps this process alive. */
  #hold(held: boolean): void {
    if (this.#waiting.size > 0) return
    if (held) {
      this.#child.ref()
      this.#child.channel?.ref()
    } else {
      this.#child.unref()
      this.#child.channel?.unref()
    }
  }
}
