import { createHash } from 'node:crypto'

/** The UUID of a mapping, as AWS has one for each: made of the resource's name, so that it stays over restarts. */
export function mappingUuid(physicalName: string): string {
  const digest = createHash('sha256').update(physicalName).digest('hex')
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
