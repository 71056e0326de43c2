import * as z from 'zod'

/**
 * The header `If-Match`: a version in double quotes, or `*` for whatever version there is. As the handler gets it, `undefined` is any. A
 * request without it is refused with `precondition-required`.
 *
 * @example '"7"'  // 7
 */
export const ifMatch = z.object({
  'if-match': z.string().regex(/^(?:\*|"[1-9]\d{0,14}")$/, 'expected a version in double quotes, or *')
    .transform((tag) => (tag === '*' ? undefined : Number(tag.slice(1, -1)))),
})

/**
 * The header for a version, or for any where it is `undefined`.
 *
 * @example ifVersion(7)  // { 'if-match': '"7"' }
 */
export const ifVersion = (version: number | undefined) => ({ 'if-match': version === undefined ? '*' : `"${version}"` })
