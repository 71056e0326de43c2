import type { IndexedDocument } from './document/indexed-document.ts'
import { Postings } from './postings.ts'
import type { Query } from './query/query.ts'

/** The documents of one kind. One that was touched is made again when it is next looked at. */
export class DocumentIndex {
  readonly #make: (name: string) => IndexedDocument | undefined
  readonly #documents = new Map<string, IndexedDocument>()
  readonly #postings = new Postings()
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
    this.#postings.clear()
    this.#touched.clear()
    this.#names = undefined
  }

  get(name: string): IndexedDocument | undefined {
    if (this.#touched.delete(name)) this.#remake(name)
    return this.#documents.get(name)
  }

  /** Those meant by a query in the order of their names, after one of them; at most so many. */
  matching(query: Query, { after, most = Infinity }: { readonly after?: string | undefined; readonly most?: number } = {}) {
    this.refresh()
    const isMeant = this.#postings.meant(query)
    const names = (this.#names ??= [...this.#documents.keys()].sort())
    const found: IndexedDocument[] = []
    for (let at = after === undefined ? 0 : firstAfter(names, after); at < names.length && found.length < most; at++) {
      const name = names[at] ?? ''
      const document = isMeant(name) ? this.#documents.get(name) : undefined
      if (document !== undefined) found.push(document)
    }
    return found
  }

  /** Makes those again that were touched, at most so many; answers whether there are more. */
  refresh(most = Infinity): boolean {
    let left = most
    for (const name of this.#touched) {
      if (left-- <= 0) return true
      this.#touched.delete(name)
      this.#remake(name)
    }
    return false
  }

  #remake(name: string): void {
    const document = this.#make(name)
    const had = this.#documents.has(name)
    if (document === undefined) {
      this.#documents.delete(name)
      this.#postings.delete(name)
    } else {
      this.#documents.set(name, document)
      this.#postings.put(document)
    }
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
