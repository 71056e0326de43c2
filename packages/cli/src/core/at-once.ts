/** Does the work for each item, at most so many at a time. Rejects with the first failure, once those under way have ended. */
export async function atOnce<Item>(most: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  let failed = false
  const worker = async () => {
    for (const item of left) {
      if (failed) return
      await work(item).catch((error: unknown) => {
        failed = true
        throw error
      })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: most }, worker))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}
