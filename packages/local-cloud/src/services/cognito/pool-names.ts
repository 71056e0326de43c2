import { createHash } from 'node:crypto'

/** As many letters and digits as asked for, made of a seed. */
export function physicalSuffix(seed: string, length: number): string {
  const digest = createHash('sha256').update(seed).digest()
  return [...digest.subarray(0, length)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[byte % 32]).join('')
}
