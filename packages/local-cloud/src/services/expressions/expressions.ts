import { EnginePool } from '../engine-process/engine-pool.ts'
import type { EngineHost, EngineProcess } from '../engine-process/engine-process.ts'
import { programFile } from '../engine-process/program-file.ts'
import type { ExpressionQuestion, Language } from './expression-protocol.ts'

/** What expressions may take, and where they run. */
export interface ExpressionOptions extends EngineHost {
  /** For one expression. Default: 5 s. */
  readonly timeoutMs?: number
}

/** Processes at once; further expressions wait. */
const PROCESSES = 2
const TIMEOUT_MS = 5_000
/** For what JavaScript makes of an expression; the rest is Node.js's own, and jq's. */
const HEAP_MB = 256
const MEMORY_MB = 768

/**
 * Expressions of templates in the languages that can run for ever: JSONata, jq and regular expressions. They run in processes of their own,
 * kept warm, so that none holds up the cloud. Each rejects with the language's error, or with `EngineEnded` where it takes too long or too
 * much memory.
 */
export class Expressions {
  readonly #pool: EnginePool
  readonly #timeoutMs: number
  /** What each process has loaded. */
  readonly #loaded = new WeakMap<EngineProcess, Set<Language>>()

  constructor(options: ExpressionOptions) {
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS
    this.#pool = new EnginePool({
      name: 'The evaluation of expressions', file: programFile('expression-program', import.meta.url), heapMb: HEAP_MB, memoryMb: MEMORY_MB,
    }, options, PROCESSES)
  }

  /** What an expression comes to; `undefined`: nothing. `$random`, `$uuid` and what else Step Functions adds are there. */
  async jsonata(expression: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    const json = await this.#ask({ kind: 'jsonata', expression, variables }, 'jsonata')
    return typeof json === 'string' ? JSON.parse(json) as unknown : undefined
  }

  /** The JSON that a jq filter makes of one. */
  async jq(filter: string, json: string): Promise<unknown> {
    return JSON.parse(String(await this.#ask({ kind: 'jq', filter, json }, 'jq'))) as unknown
  }

  /** The texts in which a regular expression matches. */
  async matching(source: string, texts: readonly string[]): Promise<readonly string[]> {
    const matches = await this.#ask({ kind: 'regularExpression', source, texts })
    return Array.isArray(matches) ? texts.filter((_, index) => matches[index] === true) : []
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  #ask(question: ExpressionQuestion, language?: Language): Promise<unknown> {
    return this.#pool.use(async (engine) => {
      // Loading is not the expression's time.
      if (language === undefined) await engine.started
      else await this.#load(engine, language)
      return engine.ask(question, this.#timeoutMs)
    })
  }

  async #load(engine: EngineProcess, language: Language): Promise<void> {
    const loaded = this.#loaded.get(engine) ?? new Set()
    this.#loaded.set(engine, loaded)
    if (loaded.has(language)) return
    await engine.ask({ kind: 'load', language } satisfies ExpressionQuestion)
    loaded.add(language)
  }
}
