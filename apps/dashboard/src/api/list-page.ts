/** A part of a list; without a `cursor` it is the last. */
export interface ListPage<Item> {
  readonly items: readonly Item[]
  readonly cursor?: string | undefined
}

/** What a list is of. */
export type ItemOf<Page> = Page extends { readonly items: readonly (infer Item)[] } ? Item : never

/** All items, once the last has come. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}
