/** How many connections may wait to be let in. */
export interface WaitingLimits {
  readonly total: number
  /** Of one address. */
  readonly perAddress: number
}

/**
 * The connections that nobody has let in yet: strangers among them can take no more of the machine than this. One address has a share, and
 * where all is taken, the address that has most of it loses its oldest, so that a keg with its one connection finds a place.
 */
export class WaitingRoom<Connection> {
  readonly #limits: WaitingLimits
  readonly #close: (connection: Connection) => void
  readonly #byAddress = new Map<string, Set<Connection>>()
  #size = 0

  constructor(limits: WaitingLimits, close: (connection: Connection) => void) {
    this.#limits = limits
    this.#close = close
  }

  get size(): number {
    return this.#size
  }

  /** Takes a connection in, or closes it. `false` = it was closed, or another one in its place. */
  enter(address: string, connection: Connection): boolean {
    const own = this.#byAddress.get(address) ?? new Set()
    if (own.size >= this.#limits.perAddress) {
      this.#close(connection)
      return false
    }
    this.#byAddress.set(address, own.add(connection))
    this.#size += 1
    if (this.#size <= this.#limits.total) return true
    this.#dropOne()
    return false
  }

  /** The connection was let in, or has ended. */
  leave(address: string, connection: Connection): void {
    const own = this.#byAddress.get(address)
    if (own?.delete(connection) !== true) return
    this.#size -= 1
    if (own.size === 0) this.#byAddress.delete(address)
  }

  #dropOne(): void {
    const [address, most] = [...this.#byAddress].reduce((a, b) => (b[1].size > a[1].size ? b : a))
    for (const oldest of most) {
      this.leave(address, oldest)
      this.#close(oldest)
      return
    }
  }
}
