import * as z from 'zod'

/** The part of a list that is asked for: `?limit=` (1 to 1000, 100 when absent) and `?cursor=` from the page before. */
export const page = z
  .object({ limit: z.coerce.number().int().min(1).max(1_000).optional(), cursor: z.string().optional() })
  .transform(({ limit, cursor }) => ({ ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) }))
