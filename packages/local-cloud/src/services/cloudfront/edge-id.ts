import { createHash } from 'node:crypto'

const ID_LENGTH = 13

/** An id as CloudFront makes them, the same each time for the same name. */
export const edgeId = (name: string): string =>
  `E${BigInt(`0x${createHash('sha256').update(name).digest('hex')}`).toString(36).toUpperCase().slice(0, ID_LENGTH)}`
