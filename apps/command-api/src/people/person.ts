import { ROLES, SITE_GROUP, type Role } from '@keg/flows/routes'
import { levelName } from '@keg/message-schemas/keg'

/** Somebody who is signed in. */
export interface Person {
  /** Their id in the user pool: it stays where they change their name. */
  readonly subject: string
  readonly username: string
  readonly role: Role
  /** The sites that they may see; absent = all. */
  readonly sites?: readonly string[]
  /** When the access token runs out, in epoch seconds. */
  readonly untilSec: number
}

/**
 * What groups of the user pool make of somebody: the most that one of their roles may, and their sites; `undefined` for who has no role.
 * A group that names no site, as `site:*` or `site:a/b`, counts for nothing.
 */
export function standingOf(groups: readonly string[]): Pick<Person, 'role' | 'sites'> | undefined {
  const role = ROLES.find((known) => groups.includes(known))
  if (role === undefined) return undefined
  if (role === 'brewer') return { role }
  const named = groups.filter((group) => group.startsWith(SITE_GROUP)).map((group) => group.slice(SITE_GROUP.length))
  return { role, sites: [...new Set(named.filter((site) => levelName.safeParse(site).success))].sort() }
}

/** Whether somebody may see what is at a site; what is at none is for those who may see all. */
export const seesSite = ({ sites }: Pick<Person, 'sites'>, siteId: string | undefined): boolean =>
  sites === undefined || (siteId !== undefined && sites.includes(siteId))
