import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Shelf } from './shelf.ts'

/** How many values a block holds. */
const BLOCK = 500
/** How many of the last blocks stay uncompressed, because they are read most. */
const READY = 4
/** How many compressed blocks stay decompressed in memory: one for a reader, one for whoever removes old values. */
const OPEN = 2
const FIRST_BYTES = 64 * 1024

/** Values as JSON, one after the other. */
interface Block {
  bytes: Buffer
  /** The offset at which each value ends. */
  readonly ends: number[]
  compressed: boolean
  /** How many of its values have not been deleted. */
  left: number
}

/**
 * A shelf in memory for many similar values, for example the records of a stream. It keeps them as bytes, which the garbage collector need
 * not scan, and compresses all but the last blocks. Reading values in order is fast; reading any other value means decompressing five
 * hundred.
 */
export class PackedShelf<T> implements Shelf<T> {
  /** The place of each value by key: the number of its block times {@link BLOCK}, plus its index there. */
  readonly #places = new Map<string, number>()
  readonly #blocks = new Map<number, Block>()
  /** The decompressed blocks, the most recently used last. */
  readonly #open = new Map<Block, Buffer>()
  #last = -1

  get size(): number {
    return this.#places.size
  }

  /** The size of its values in memory, without their keys. */
  get bytes(): number {
    return [...this.#blocks.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  has(key: string): boolean {
    return this.#places.has(key)
  }

  get(key: string): T | undefined {
    const place = this.#places.get(key)
    return place === undefined ? undefined : this.#at(place)
  }

  set(key: string, value: T): void {
    const text = JSON.stringify(value)
    const place = this.#places.get(key)
    if (place === undefined) this.#places.set(key, this.#append(text))
    else this.#replace(place, text)
  }

  delete(key: string): boolean {
    const place = this.#places.get(key)
    if (place === undefined) return false
    const number = Math.floor(place / BLOCK)
    const block = this.#block(number)
    block.left -= 1
    if (block.left === 0 && number !== this.#last) {
      this.#blocks.delete(number)
      this.#open.delete(block)
    }
    return this.#places.delete(key)
  }

  clear(): void {
    for (const map of [this.#places, this.#blocks, this.#open]) map.clear()
    this.#last = -1
  }

  keys(): IterableIterator<string> {
    return this.#places.keys()
  }

  *values(): IterableIterator<T> {
    for (const place of this.#places.values()) yield this.#at(place)
  }

  *entries(): IterableIterator<[string, T]> {
    for (const [key, place] of this.#places) yield [key, this.#at(place)]
  }

  #append(text: string): number {
    const current = this.#blocks.get(this.#last)
    const block = current === undefined || current.ends.length === BLOCK ? this.#begin() : current
    append(block, text)
    block.left += 1
    return this.#last * BLOCK + block.ends.length - 1
  }

  #begin(): Block {
    if (this.#blocks.get(this.#last)?.left === 0) this.#blocks.delete(this.#last)
    this.#last += 1
    const old = this.#blocks.get(this.#last - READY)
    // What a block leaves that is compressed is the room for the next.
    const bytes = old?.bytes ?? Buffer.alloc(FIRST_BYTES)
    if (old !== undefined) compress(old)
    const block: Block = { bytes, ends: [], compressed: false, left: 0 }
    this.#blocks.set(this.#last, block)
    return block
  }

  #replace(place: number, text: string): void {
    const block = this.#block(Math.floor(place / BLOCK))
    const texts = block.ends.map((_, index) => (index === place % BLOCK ? text : this.#text(block, index)))
    const { compressed } = block
    this.#open.delete(block)
    Object.assign(block, { bytes: Buffer.alloc(FIRST_BYTES), compressed: false })
    block.ends.length = 0
    for (const each of texts) append(block, each)
    if (compressed) compress(block)
  }

  #at(place: number): T {
    // Only `set` writes here.
    return JSON.parse(this.#text(this.#block(Math.floor(place / BLOCK)), place % BLOCK)) as T
  }

  #text(block: Block, index: number): string {
    return this.#bytes(block).toString('utf8', block.ends[index - 1] ?? 0, block.ends[index])
  }

  #bytes(block: Block): Buffer {
    if (!block.compressed) return block.bytes
    const bytes = this.#open.get(block) ?? inflateRawSync(block.bytes)
    this.#open.delete(block)
    this.#open.set(block, bytes)
    const [oldest] = this.#open.keys()
    if (this.#open.size > OPEN && oldest !== undefined) this.#open.delete(oldest)
    return bytes
  }

  #block(number: number): Block {
    const block = this.#blocks.get(number)
    if (block === undefined) throw new RangeError(`There is no block ${number}`)
    return block
  }
}

function append(block: Block, text: string): void {
  const { ends } = block
  const end = (ends.at(-1) ?? 0) + Buffer.byteLength(text)
  if (end > block.bytes.length) block.bytes = Buffer.concat([block.bytes], Math.max(end, 2 * block.bytes.length))
  block.bytes.write(text, ends.at(-1) ?? 0)
  ends.push(end)
}

/** Compresses a block into a new buffer, so that readers of the old bytes are not disturbed. */
function compress(block: Block): void {
  block.bytes = deflateRawSync(block.bytes.subarray(0, block.ends.at(-1)), { level: 1 })
  block.compressed = true
}
