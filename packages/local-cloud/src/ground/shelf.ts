import { PackedShelf } from './packed-shelf.ts'

/**
 * A named part of what a run keeps: JSON values by key, in the order in which their keys were first set.
 * A value is not changed once it is on the shelf: it is set again.
 */
export interface Shelf<T> {
  get(key: string): T | undefined
  has(key: string): boolean
  set(key: string, value: T): void
  /** Whether there was one. */
  delete(key: string): boolean
  clear(): void
  keys(): IterableIterator<string>
  values(): IterableIterator<T>
  entries(): IterableIterator<[string, T]>
  readonly size: number
}

/** Where services put what must outlive a restart: in memory, or in the data folder. */
export interface Shelves {
  /** The shelf with this name, the same for every call; `many` says that it is to hold thousands of values that are alike, and are read in their order. */
  shelf<T>(name: string, options?: { readonly many?: boolean }): Shelf<T>
  close(): Promise<void>
}

/** Shelves that go with the process. */
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
