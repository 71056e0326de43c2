import { PackedShelf } from './packed-shelf.ts'

/**
 * A named store of JSON values by key, in the order in which the keys were first set.
 * To change a value, set it again: the store does not see changes inside it.
 */
export interface Shelf<T> {
  get(key: string): T | undefined
  has(key: string): boolean
  set(key: string, value: T): void
  /** Returns whether there was a value. */
  delete(key: string): boolean
  clear(): void
  keys(): IterableIterator<string>
  values(): IterableIterator<T>
  entries(): IterableIterator<[string, T]>
  readonly size: number
}

/** The stores of a run: in memory, or in the data folder. */
export interface Shelves {
  /** Returns the shelf with this name, the same one for every call. `many` is for thousands of similar values that are read in order. */
  shelf<T>(name: string, options?: { readonly many?: boolean }): Shelf<T>
  close(): Promise<void>
}

/** Shelves in memory, lost at the end of the process. */
export function memoryShelves(): Shelves {
  const shelves = new Map<string, Shelf<unknown>>()
  return {
    shelf<T>(name: string, { many = false } = {}) {
      const shelf = shelves.get(name) ?? (many ? new PackedShelf<unknown>() : new Map<string, unknown>())
      shelves.set(name, shelf)
      // Whoever names a shelf says what is on it.
      return shelf as Shelf<T>
    },
    close: async () => undefined,
  }
}
