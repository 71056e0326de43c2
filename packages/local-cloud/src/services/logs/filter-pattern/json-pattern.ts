import { isRecord } from '@keg/aws-service'
import { tokensOf } from '../../tokens.ts'
import { compare, operand } from './condition.ts'
import type { Extracted, FilterPattern } from './filter-pattern.ts'
import { FilterPatternError } from './filter-pattern-error.ts'

type Test = (document: unknown) => boolean

const TOKEN = /\s*(\$(?:\.?\[[^\]]*\]|\.[\w$@:-]+)+|&&|\|\||[()]|!=|<=|>=|[=<>]|"(?:\\.|[^"\\])*"|%(?:\\.|[^%\\])*%|[^\s"%()=<>!&|{}]+)/y

/**
 * `{ $.level = "ERROR" && ($.ms > 3 || $.user NOT EXISTS) }`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#matching-terms-json-log-events
 */
export function jsonPattern(pattern: string): FilterPattern {
  if (!pattern.endsWith('}')) throw new FilterPatternError('Invalid JSON pattern: no closing brace')
  const reader = new Reader(tokensOf(pattern.slice(1, -1), TOKEN, (rest) => new FilterPatternError(`Invalid JSON pattern near '${rest}'`)))
  const test = reader.either()
  reader.end()
  return {
    match(message) {
      const document = parsed(message)
      if (!isRecord(document) && !Array.isArray(document)) return undefined
      return test(document) ? extracted(document, reader.selectors) : undefined
    },
    value: (message, selector) => scalarText(at(parsed(message), selector)),
  }
}

/** Reads conditions: `&&` binds closer than `||`. */
class Reader {
  readonly selectors = new Set<string>()
  readonly #tokens: string[]

  constructor(all: string[]) {
    this.#tokens = all
  }

  either(): Test {
    const tests = [this.#both()]
    while (this.#take('||')) tests.push(this.#both())
    return (document) => tests.some((test) => test(document))
  }

  end(): void {
    if (this.#tokens.length > 0) throw new FilterPatternError(`Invalid JSON pattern near '${this.#tokens[0]}'`)
  }

  #both(): Test {
    const tests = [this.#one()]
    while (this.#take('&&')) tests.push(this.#one())
    return (document) => tests.every((test) => test(document))
  }

  #one(): Test {
    if (this.#take('(')) {
      const inner = this.either()
      if (!this.#take(')')) throw new FilterPatternError('Invalid JSON pattern: no closing parenthesis')
      return inner
    }
    const selector = this.#next()
    if (!selector.startsWith('$')) throw new FilterPatternError(`Invalid JSON selector '${selector}'`)
    this.selectors.add(selector)
    return this.#condition(selector, this.#next())
  }

  #condition(selector: string, relation: string): Test {
    if (relation === 'NOT' && this.#take('EXISTS')) return (document) => at(document, selector) === undefined
    if (relation === 'EXISTS') return (document) => at(document, selector) !== undefined
    if (relation === 'IS') {
      const what = this.#next()
      const value = { NULL: null, TRUE: true, FALSE: false }[what]
      if (value === undefined) throw new FilterPatternError(`Invalid condition IS ${what}`)
      return (document) => at(document, selector) === value
    }
    const test = compare(relation, operand(this.#next()))
    return (document) => {
      const value = at(document, selector)
      return isScalar(value) && test(typeof value === 'boolean' ? String(value) : value)
    }
  }

  #take(token: string): boolean {
    if (this.#tokens[0] !== token) return false
    this.#tokens.shift()
    return true
  }

  #next(): string {
    const token = this.#tokens.shift()
    if (token === undefined) throw new FilterPatternError('Invalid JSON pattern: it ends too early')
    return token
  }
}

/** By `$.a.b[0]` or `$.['a b']`. */
function at(document: unknown, selector: string): unknown {
  const steps = [...selector.slice(1).matchAll(/\.?\[\s*(?:(\d+)|['"]?([^\]'"]*)['"]?)\s*\]|\.([^.[]+)/g)]
  return steps.reduce<unknown>((value, [, index, bracketed, name]) => {
    if (index !== undefined) return Array.isArray(value) ? (value as readonly unknown[])[Number(index)] : undefined
    const key = bracketed ?? name ?? ''
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }, document)
}

function extracted(document: unknown, selectors: ReadonlySet<string>): Extracted {
  return Object.fromEntries([...selectors].flatMap((selector) => {
    const value = scalarText(at(document, selector))
    return value === undefined ? [] : [[selector, value]]
  }))
}

function scalarText(value: unknown): string | undefined {
  return isScalar(value) ? String(value) : undefined
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function parsed(message: string): unknown {
  // Most lines are no JSON, and throwing for each of them is dear.
  if (!/^\s*[{[]/.test(message)) return undefined
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}
