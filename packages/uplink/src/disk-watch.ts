/** Goes on when a disk fails, and says so once: when it begins to fail, when it fails otherwise, and when it works again. */
export interface DiskWatch {
  /** Does what writes to the disk; answers whether the disk took it. */
  trying(work: () => void): boolean
}

/** A watch over one file, that `name` calls it by; `say` gets its sentences. */
export function createDiskWatch(name: string, say: (line: string) => void): DiskWatch {
  let trouble: string | undefined
  return {
    trying(work) {
      try {
        work()
        if (trouble !== undefined) say(`the disk takes the ${name} again`)
        trouble = undefined
        return true
      } catch (error) {
        // What the system refuses carries its error number; anything else is a mistake of ours.
        if (!(error instanceof Error && 'errno' in error)) throw error
        if (error.message !== trouble) say(`the disk does not take the ${name}, trying again: ${error.message}`)
        trouble = error.message
        return false
      }
    },
  }
}
