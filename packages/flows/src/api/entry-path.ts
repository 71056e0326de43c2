import * as z from 'zod'

/** The path of one entry of the quarantine: `/quarantine/{entryId}`. */
export const entryPath = z.object({ entryId: z.string().regex(/^[\w-]{1,128}$/, 'an entry is named by letters, digits, "_" and "-"') })
