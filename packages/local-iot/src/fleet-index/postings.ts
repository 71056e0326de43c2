import type { IndexedDocument, IndexedValue } from './document/indexed-document.ts'
import { isSearchedForAll, pointTest, searchedName, valueTest } from './query/match-query.ts'
import type { Query, QueryTerm } from './query/query.ts'

/** Which documents, by their number: 1 where one is meant. */
type Flags = Uint8Array

interface Posting {
  readonly value: IndexedValue
  readonly documents: Set<number>
}

interface FieldPostings {
  /** All that have the field, or fields below it. */
  readonly documents: Set<number>
  /** By the value as it is. */
  readonly values: Map<string | number | boolean, Posting>
}

/**
 * The documents by the values of their fields: a term is held against each value once, however many documents have it. Answers what
 * `compileQuery` would of each document.
 */
export class Postings {
  readonly #documents: (IndexedDocument | undefined)[] = []
  readonly #numbers = new Map<string, number>()
  readonly #free: number[] = []
  readonly #fields = new Map<string, FieldPostings>()

  /** Takes a document in place of the one of its name. */
  put(document: IndexedDocument): void {
    const number = this.#numbers.get(document.name) ?? this.#free.pop() ?? this.#documents.length
    this.#take(number)
    this.#numbers.set(document.name, number)
    this.#documents[number] = document
    for (const [name, values] of document.fields) {
      const field = this.#fields.get(name) ?? { documents: new Set(), values: new Map() }
      this.#fields.set(name, field)
      field.documents.add(number)
      for (const value of values) {
        const posting = field.values.get(value.raw) ?? { value, documents: new Set() }
        field.values.set(value.raw, posting)
        posting.documents.add(number)
      }
    }
  }

  delete(name: string): void {
    const number = this.#numbers.get(name)
    if (number === undefined) return
    this.#take(number)
    this.#numbers.delete(name)
    this.#free.push(number)
  }

  clear(): void {
    this.#documents.length = 0
    this.#free.length = 0
    this.#numbers.clear()
    this.#fields.clear()
  }

  /** A function that says whether the document of a name is meant by the query, as things are now. */
  meant(query: Query): (name: string) => boolean {
    const flags = this.#evaluate(query)
    return (name) => flags[this.#numbers.get(name) ?? -1] === 1
  }

  /** Takes a document out of the postings of its fields. */
  #take(number: number): void {
    const document = this.#documents[number]
    this.#documents[number] = undefined
    for (const [name, values] of document?.fields ?? []) {
      const field = this.#fields.get(name)
      field?.documents.delete(number)
      for (const { raw } of values) {
        const posting = field?.values.get(raw)
        posting?.documents.delete(number)
        if (posting?.documents.size === 0) field?.values.delete(raw)
      }
      if (field?.documents.size === 0) this.#fields.delete(name)
    }
  }

  #evaluate(query: Query): Flags {
    if (query.kind === 'term') return this.#evaluateTerm(query)
    if (query.kind === 'not') return this.#evaluate(query.part).map((flag) => 1 - flag)
    const [first = new Uint8Array(this.#documents.length), ...others] = query.parts.map((part) => this.#evaluate(part))
    for (const other of others) {
      // Bit by bit: this is done for each document.
      for (let number = 0; number < first.length; number++)
        first[number] = query.kind === 'and' ? (first[number] ?? 0) & (other[number] ?? 0) : (first[number] ?? 0) | (other[number] ?? 0)
    }
    return first
  }

  #evaluateTerm({ field, test }: QueryTerm): Flags {
    const flags = new Uint8Array(this.#documents.length)
    const mark = (documents: Iterable<number>) => {
      for (const number of documents) flags[number] = 1
    }
    if (test.kind === 'exists') return field === undefined ? flags.fill(1) : (mark(this.#field(field)?.documents ?? []), flags)
    if (test.kind === 'geoDistance') {
      const isNear = pointTest(field ?? '', test)
      this.#documents.forEach((document, number) => (flags[number] = document !== undefined && isNear(document) ? 1 : 0))
      return flags
    }
    const matches = valueTest(test)
    for (const { values } of field === undefined ? this.#searchedForAll() : [this.#field(field)].filter((one) => one !== undefined))
      for (const { value, documents } of values.values()) if (matches(value)) mark(documents)
    return flags
  }

  #field(field: string): FieldPostings | undefined {
    return this.#fields.get(searchedName(field))
  }

  #searchedForAll(): readonly FieldPostings[] {
    return [...this.#fields].filter(([name]) => isSearchedForAll(name)).map(([, field]) => field)
  }
}
