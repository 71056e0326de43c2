import { EngineEnded } from './engine-ended.ts'
import { EngineProcess, type EngineHost, type EngineProgram } from './engine-process.ts'

/** Processes of one engine: started when needed, used again while they answer, never more than `most` at once. */
export class EnginePool {
  readonly #program: EngineProgram
  readonly #host: EngineHost
  readonly #most: number
  readonly #idle: EngineProcess[] = []
  readonly #busy = new Set<EngineProcess>()
  readonly #waiting: (() => void)[] = []
  #taken = 0
  #closed = false

  constructor(program: EngineProgram, host: EngineHost, most: number) {
    this.#program = program
    this.#host = host
    this.#most = most
  }

  /** A process that is nobody else's until it is given back; waits for one where all are in use. */
  async take(): Promise<EngineProcess> {
    if (this.#taken >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#taken += 1
    if (this.#closed) {
      this.#free()
      throw new EngineEnded('closed', `${this.#program.name} was closed`)
    }
    const engine = this.#takeIdle() ?? new EngineProcess(this.#program, this.#host)
    this.#busy.add(engine)
    return engine
  }

  give(engine: EngineProcess): void {
    // What is given back twice is still one.
    if (!this.#busy.delete(engine)) return
    if (engine.usable) this.#idle.push(engine)
    this.#free()
  }

  async use<T>(work: (engine: EngineProcess) => Promise<T>): Promise<T> {
    const engine = await this.take()
    try {
      return await work(engine)
    } finally {
      this.give(engine)
    }
  }

  /** Ends every process, whatever it does. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#idle, ...this.#busy].map((engine) => engine.close()))
  }

  /** The one used last comes first; those that have ended meanwhile are forgotten. */
  #takeIdle(): EngineProcess | undefined {
    for (let engine = this.#idle.pop(); engine !== undefined; engine = this.#idle.pop()) {
      if (engine.usable) return engine
    }
    return undefined
  }

  /** The place goes straight to whoever waits longest. */
  #free(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#taken -= 1
    else next()
  }
}
