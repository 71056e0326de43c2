import type { Durable } from '@keg/uplink'

/** A file on a disk that is full while `full` answers so. */
export function memory<Value>(full: () => boolean = () => false): Durable<Value> {
  let kept: Value | undefined
  return {
    read: () => structuredClone(kept),
    write(value) {
      if (full()) throw Object.assign(new Error('ENOSPC: no space left on device'), { errno: -28 })
      kept = structuredClone(value)
    },
  }
}
