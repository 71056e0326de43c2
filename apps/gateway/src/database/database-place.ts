/** Why a database failed: it can't be read as ours, the disk does not take or give it, or a newer gateway wrote it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly fault: 'CORRUPT' | 'DISK' | 'NEWER'
  constructor(fault: DatabaseError['fault'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}

/** Where a database is. */
export interface DatabasePlace<Database> {
  /** Opens it, or makes a new one. Throws {@link DatabaseError}. */
  open(): Database
  /** Moves it out of the way, so that `open` makes a new one; answers where it is now. Throws {@link DatabaseError}. */
  setAside(): string
}
