import type { IndexedDocument } from './indexed-document.ts'
import type { Matcher } from './query/match-query.ts'

/** The documents of one kind. One that was touched is made again when it is next looked at. */
export class DocumentIndex {
  readonly #make: (name: string) => IndexedDocument | undefined
  readonly #documents = new Map<string, IndexedDocument>()
  readonly #touched = new Set<string>()
  /** In their order; absent when one has come or gone since. */
  #names: readonly string[] | undefined

  /** `make` answers `undefined` for what is not there. */
  constructor(make: (name: string) => IndexedDocument | undefined) {
    this.#make = make
  }

  touch(name: string): void {
    this.#touched.add(name)
  }

  clear(): void {
    this.#documents.clear()
    this.#touched.clear()
    this.#names = undefined
  }

  get(name: string): IndexedDocument | undefined {
    if (this.#touched.delete(name)) this.#remake(name)
    return this.#documents.get(name)
  }

  /** Those meant by a query in the order of their names, after one of them; at most so many. */
  matching(matches: Matcher, { after, most }: { readonly after?: string | undefined; readonly most?: number | undefined } = {}) {
    this.#refresh()
    const names = (this.#names ??= [...this.#documents.keys()].sort())
    const found: IndexedDocument[] = []
    for (let at = after === undefined ? 0 : firstAfter(names, after); at < names.length && found.length < (most ?? Infinity); at++) {
      const document = this.#documents.get(names[at] ?? '')
      if (document !== undefined && matches(document)) found.push(document)
    }
    return found
  }

  #refresh(): void {
    for (const name of this.#touched) this.#remake(name)
    this.#touched.clear()
  }

  #remake(name: string): void {
    const document = this.#make(name)
    const had = this.#documents.has(name)
    if (document === undefined) this.#documents.delete(name)
    else this.#documents.set(name, document)
    if (had !== (document !== undefined)) this.#names = undefined
  }
}

/** Where the first of the sorted names is that comes after this one. */
function firstAfter(names: readonly string[], name: string): number {
  let [from, to] = [0, names.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((names[middle] ?? '') <= name) from = middle + 1
    else to = middle
  }
  return from
}
