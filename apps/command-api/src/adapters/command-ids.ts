import { randomUUID } from 'node:crypto'

/** A new id that sorts by time: a UUID of version 7 (RFC 9562). */
export function newCommandId(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
