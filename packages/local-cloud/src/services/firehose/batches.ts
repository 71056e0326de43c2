/** In their order, in batches of no more bytes than that, but of one record at least. */
export function batches<T extends { readonly data: Uint8Array }>(records: readonly T[], bytesMax: number): T[][] {
  const result: T[][] = []
  let bytes = Infinity
  for (const record of records) {
    bytes += record.data.length
    if (bytes > bytesMax) {
      result.push([])
      bytes = record.data.length
    }
    result.at(-1)?.push(record)
  }
  return result
}
