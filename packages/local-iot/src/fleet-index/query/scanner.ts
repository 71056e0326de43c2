import { invalidQuery } from '../../errors/service-exception.ts'
import { ANY, ONE, type PatternPart } from './query.ts'

/** What ends a word where it is not escaped. */
const ENDS = /[\s()[\]{}:<>="]/
/** The characters that AWS's page excludes; a comma is for geo queries alone. */
const UNSUPPORTED = /[`@#%/';,]/
/** Lucene's operators that the language does not have. */
const FOREIGN = /[\^~&|!+]/

/** Reads a query from left to right. Everything it throws is an InvalidQueryException that says where. */
export class Scanner {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  get next(): string {
    return this.text.charAt(this.at)
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  skipSpace(): void {
    while (/\s/.test(this.next)) this.at++
  }

  /** Goes past a text that comes next; whether it did. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  /** Goes past a keyword that stands alone. */
  takeKeyword(keyword: string): boolean {
    const after = this.text.charAt(this.at + keyword.length)
    if (!this.text.startsWith(keyword, this.at) || !(after === '' || ENDS.test(after))) return false
    this.at += keyword.length
    return true
  }

  /** A word with its wildcards; empty where none comes next. */
  word(): readonly PatternPart[] {
    const parts: PatternPart[] = []
    let text = ''
    const end = () => {
      if (text !== '') parts.push({ text })
      text = ''
    }
    while (!this.isAtEnd && !ENDS.test(this.next)) {
      const character = this.next
      if (character === '*' || character === '?') {
        end()
        parts.push(character === '*' ? ANY : ONE)
        this.at++
      } else text += this.#character()
    }
    end()
    return parts
  }

  /** A bound of a range; a wildcard in it is a plain character. */
  bound(): string {
    let text = ''
    while (!this.isAtEnd && !/[\s\]}]/.test(this.next)) text += this.#character()
    return text
  }

  /** A text in double quotes, its quotes taken off. */
  quoted(): string {
    const from = this.at
    this.at++
    let text = ''
    while (this.next !== '"') {
      if (this.isAtEnd) throw this.failure('a double quote is not closed', from)
      text += this.next === '\\' ? this.#escaped() : this.text.charAt(this.at++)
    }
    this.at++
    if (text.trim() === '') throw this.failure('there is nothing between the double quotes', from)
    return text
  }

  failure(problem: string, at = this.at): Error {
    return invalidQuery(`Invalid query at position ${at + 1}: ${problem}.`)
  }

  #character(): string {
    const character = this.next
    if (character === '\\') return this.#escaped()
    if (UNSUPPORTED.test(character)) throw this.failure(`the special character ${character} is not supported; put it in double quotes, or \\ before it`)
    if (FOREIGN.test(character)) throw this.failure(`${character} is no operator here; use AND, OR, NOT, or put \\ before it`)
    this.at++
    return character
  }

  #escaped(): string {
    const escaped = this.text.charAt(this.at + 1)
    if (escaped === '') throw this.failure('there is nothing after \\')
    this.at += 2
    return escaped
  }
}
