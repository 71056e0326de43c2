import { isRecord } from '@keg/aws-service'
import { types } from 'node:util'
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

  /** Throws `SyntaxError`, or an `Error` that says what the code throws as it is loaded. */
  constructor(code: string, log: (line: string) => void) {
    this.#log = log
    if (DYNAMIC_IMPORT.test(code)) throw new SyntaxError('CloudFront Functions have no import().')
    const script = new Script(code, { filename: 'function.js' })
    this.#context = createContext(constants.DONT_CONTEXTIFY, {
      // A promise that never comes to an end is cut off with the rest.
      microtaskMode: 'afterEvaluate', codeGeneration: { strings: false, wasm: false },
    })
    this.#evaluate(BRIDGE)
    this.#evaluate(script)
  }

  /** Hands the function an event, and returns what it answers. Throws what the function throws, and where it takes too long. */
  run(event: object): unknown {
    // Texts alone go in and out: an object of either side would lead to the other.
    this.#evaluate(new Script(`__keg.call(${JSON.stringify(JSON.stringify(event))})`))
    const text = this.#evaluate(OUTCOME)
    const outcome: unknown = typeof text === 'string' ? JSON.parse(text) : {}
    const { lines, answer, failed } = isRecord(outcome) ? outcome : {}
    for (const line of Array.isArray(lines) ? lines : []) this.#log(String(line))
    if (failed !== undefined) throw new Error(String(failed))
    if (answer === undefined) throw new TypeError('The function answered nothing.')
    return answer
  }

  /** What is thrown is not touched: a getter of it would run without a time-out. */
  #evaluate(script: Script): unknown {
    let failure: string
    try {
      // To display an error is to read its stack.
      return script.runInContext(this.#context, { timeout: TIMEOUT_MS, displayErrors: false })
    } catch (thrown) {
      failure = failureOf(thrown)
    }
    // Without its cause, which whoever prints it would read.
    throw new Error(`The function ${failure}.`)
  }
}

/**
 * A promise of `import()` is an object of this process, and leads to all of it. Since no code is made of texts, the word is in the source;
 * between it and what follows there may be space and comments. Also refuses the same in a text or a comment.
 */
const DYNAMIC_IMPORT = /(?<![\w$])import(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|(?:\/\/|<!--|-->).*(?=[\n\r\u2028\u2029]))*[(.]/

/** Reads own data properties alone, and none of a proxy, so that no code of the function runs. */
function failureOf(thrown: unknown): string {
  const own = (name: string): unknown => (types.isNativeError(thrown) ? Object.getOwnPropertyDescriptor(thrown, name)?.value : undefined)
  if (own('code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return `timed out after ${TIMEOUT_MS} ms`
  const message = own('message')
  if (typeof message === 'string') return `failed as it was loaded: ${message}`
  return typeof thrown === 'string' ? `failed as it was loaded: ${thrown}` : 'failed as it was loaded'
}

/** The function may change all but `__keg`, which keeps what it needs of the language. */
const BRIDGE = new Script(`{
  const { parse, stringify } = JSON
  const text = String
  let outcome = '{}'
  let lines = []
  const log = (...parts) => { lines.push(parts.map((part) => typeof part === 'string' ? part : stringify(part)).join(' ')) }
  globalThis.console = { log, error: log, warn: log }
  // Memory that is shared can be waited for, which no time-out ends.
  for (const name of ['SharedArrayBuffer', 'Atomics', 'WebAssembly']) delete globalThis[name]
  const call = (event) => {
    outcome = '{}'
    lines = []
    Promise.resolve(parse(event)).then((event) => handler(event)).then(
      (answer) => { outcome = stringify({ lines, answer }) },
      (error) => { outcome = stringify({ lines, failed: text(error && error.stack || error) }) },
    )
  }
  const bridge = Object.freeze({ __proto__: null, call, outcome: () => outcome })
  Object.defineProperty(globalThis, '__keg', { value: bridge })
}`)
const OUTCOME = new Script('__keg.outcome()')
