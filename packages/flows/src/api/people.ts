/**
 * What people are at the brewery, each a group of the user pool: a brewer may do all there is, a keeper reads and commands what is at his
 * sites, a viewer reads it and writes nothing.
 */
export const ROLES = ['brewer', 'keeper', 'viewer'] as const

export type Role = (typeof ROLES)[number]

/** How the names of groups begin that say whose site it is. */
export const SITE_GROUP = 'site:'

/**
 * The group of those who may see a site.
 *
 * @example siteGroup('berlin')  // 'site:berlin'
 */
export const siteGroup = (siteId: string): string => `${SITE_GROUP}${siteId}`

/**
 * How the client ids of a person's pages begin, by the `subject` of `GET /me`: a page connects over MQTT under one of these alone.
 *
 * @example `${pageClientId(subject)}${crypto.randomUUID()}`
 */
export const pageClientId = (subject: string): string => `page-${subject}-`
