import * as z from 'zod'

/** The part of a list that is asked for: 1 to 1000 items (100 where absent), from where the page before ended. */
export const pageQuery = z.object({
  limit: z.coerce.number<number>().int().min(1).max(1_000).exactOptional(),
  cursor: z.string().min(1).max(2_048).exactOptional(),
})

/** A part of a list; without a `cursor` it is the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), cursor: z.string().optional() })
