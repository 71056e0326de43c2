import { tokensOf } from '../../tokens.ts'
/** A metric math expression that was read. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'id'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'negated'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }

/** An expression that is none, or that can't be evaluated here. */
export class MathError extends Error {
  override readonly name = 'MathError'
}

const TOKEN = /\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z_]\w*|"[^"]*"|'[^']*'|&&|\|\||[<>=!]=|[-+*/^(),<>[\]])/y
/** From what binds least to what binds most. */
const levels: readonly (readonly string[])[] = [
  ['||', 'OR'], ['&&', 'AND'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/'], ['^'],
]

/**
 * Reads an expression. Throws `MathError`.
 *
 * @example parseExpression('100 * errors / FILL(calls, 1)')
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function parseExpression(text: string): Expression {
  const reader = new Reader(tokensOf(text, TOKEN, (rest) => new MathError(`Unexpected '${rest}'`)))
  const expression = reader.level(0)
  reader.expect(undefined)
  return expression
}

class Reader {
  readonly #tokens: string[]

  constructor(all: string[]) {
    this.#tokens = all
  }

  level(level: number): Expression {
    const operators = levels[level]
    if (operators === undefined) return this.#unary()
    let left = this.level(level + 1)
    for (let operator = this.#tokens[0]; operator !== undefined && operators.includes(operator); operator = this.#tokens[0]) {
      this.#tokens.shift()
      left = { kind: 'binary', operator, left, right: this.level(level + 1) }
    }
    return left
  }

  expect(token: string | undefined): void {
    const found = this.#tokens.shift()
    if (found !== token) throw new MathError(found === undefined ? 'The expression ends too early' : `Unexpected '${found}'`)
  }

  #unary(): Expression {
    if (this.#tokens[0] !== '-') return this.#primary()
    this.#tokens.shift()
    return { kind: 'negated', of: this.#unary() }
  }

  #primary(): Expression {
    const token = this.#tokens.shift()
    if (token === undefined) throw new MathError('The expression ends too early')
    if (token === '(') {
      const inner = this.level(0)
      this.expect(')')
      return inner
    }
    if (token === '[') return { kind: 'list', items: this.#items(']') }
    if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) }
    if (/^["']/.test(token)) return { kind: 'text', value: token.slice(1, -1) }
    if (!/^\w/.test(token)) throw new MathError(`Unexpected '${token}'`)
    if (this.#tokens[0] !== '(') return { kind: 'id', name: token }
    this.#tokens.shift()
    return { kind: 'call', name: token.toUpperCase(), args: this.#items(')') }
  }

  #items(end: string): Expression[] {
    const items: Expression[] = []
    if (this.#tokens[0] !== end) {
      items.push(this.level(0))
      while (this.#tokens[0] === ',') {
        this.#tokens.shift()
        items.push(this.level(0))
      }
    }
    this.expect(end)
    return items
  }
}
