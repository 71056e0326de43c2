import { isRecord } from '@keg/aws-service'
import { constants, createContext, Script, type Context } from 'node:vm'

/** What a function has: CloudFront allows about a millisecond of computing, which a busy laptop does not keep to. */
const TIMEOUT_MS = 200

/**
 * A function of CloudFront Functions: plain JavaScript with a `handler(event)`, which has neither network nor files nor timers.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export class EdgeFunction {
  readonly #context: Context
  readonly #log: (line: string) => void

  /** Throws `SyntaxError`, or what the code throws as it is loaded. */
  constructor(code: string, log: (line: string) => void) {
    this.#log = log
    this.#context = createContext(constants.DONT_CONTEXTIFY, {
      // A promise that never comes to an end is cut off with the rest.
      microtaskMode: 'afterEvaluate', codeGeneration: { strings: false, wasm: false },
    })
    CONSOLE.runInContext(this.#context)
    new Script(code, { filename: 'function.js' }).runInContext(this.#context, { timeout: TIMEOUT_MS })
  }

  /** Hands the function an event, and returns what it answers. Throws what the function throws, and where it takes too long. */
  run(event: object): unknown {
    // Texts alone go in and out: an object of either side would lead to the other.
    this.#context['__event'] = JSON.stringify(event)
    CALL.runInContext(this.#context, { timeout: TIMEOUT_MS })
    const outcome: unknown = JSON.parse(String(this.#context['__outcome']))
    const { lines, answer, failed } = isRecord(outcome) ? outcome : {}
    for (const line of Array.isArray(lines) ? lines : []) this.#log(String(line))
    if (failed !== undefined) throw new Error(String(failed))
    if (answer === undefined) throw new TypeError('The function answered nothing.')
    return answer
  }
}

const CONSOLE = new Script(`
  globalThis.__lines = []
  globalThis.console = Object.fromEntries(['log', 'error', 'warn'].map((name) => [name, (...parts) => {
    __lines.push(parts.map((part) => typeof part === 'string' ? part : JSON.stringify(part)).join(' '))
  }]))
`)
const CALL = new Script(`
  globalThis.__outcome = '{}'
  globalThis.__lines = []
  Promise.resolve(JSON.parse(__event)).then((event) => handler(event)).then(
    (answer) => { __outcome = JSON.stringify({ lines: __lines, answer }) },
    (error) => { __outcome = JSON.stringify({ lines: __lines, failed: String(error && error.stack || error) }) },
  )
`)
