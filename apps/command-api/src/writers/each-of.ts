/**
 * Works on each item, at most `atOnce` of them at a time; begins no further one once one has failed, and rejects with what the first has
 * failed with.
 */
export async function eachOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>, atOnce: number, work: (item: Item) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  for await (const item of items) {
    if (underWay.size >= atOnce) await Promise.race(underWay)
    if (failures.length > 0) break
    const one: Promise<void> = work(item).catch((error: unknown) => void failures.push(error)).finally(() => underWay.delete(one))
    underWay.add(one)
  }
  await Promise.all(underWay)
  if (failures.length > 0) throw failures[0]
}
