import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { aliasExists, resourceNotFound, userNotFound, usernameExists } from './cognito-error.ts'
import type { Group, User, UserPool } from './user-pool.ts'

/** The users and groups of one pool, on shelves. */
export class UserDirectory {
  readonly #pool: () => UserPool
  readonly #nowMs: () => number
  readonly #users: Shelf<User>
  readonly #groups: Shelf<Group>

  constructor(poolId: string, pool: () => UserPool, shelves: Shelves, nowMs: () => number) {
    this.#pool = pool
    this.#nowMs = nowMs
    this.#users = shelves.shelf(`cognito/users/${poolId}`)
    this.#groups = shelves.shelf(`cognito/groups/${poolId}`)
  }

  /** By name, `sub`, or an attribute that the pool lets users sign in by: as an alias only once it is verified. */
  find(name: string): User | undefined {
    const exact = this.#users.get(this.#key(name))
    if (exact !== undefined) return exact
    const { aliasAttributes, usernameAttributes } = this.#pool().settings
    return this.users().find((user) => user.attributes['sub'] === name
      || usernameAttributes.some((attribute) => this.#same(user.attributes[attribute], name))
      || aliasAttributes.some((attribute) => this.#same(user.attributes[attribute], name) && isVerified(user, attribute)))
  }

  /** The one user with this `sub`, whatever name others may have taken. */
  withSub(sub: string): User | undefined {
    return this.users().find(({ attributes }) => attributes['sub'] === sub)
  }

  /** Throws `ServiceException` `UserNotFoundException`. */
  get(name: string): User {
    const user = this.find(name)
    if (user === undefined) throw userNotFound()
    return user
  }

  users(): User[] {
    return [...this.#users.values()]
  }

  /**
   * Throws `ServiceException` `UsernameExistsException`, or `AliasExistsException` for an e-mail address or the like that another user
   * signs in by.
   */
  add(user: User): void {
    if (this.#users.has(this.#key(user.username))) throw usernameExists('User already exists')
    const { usernameAttributes } = this.#pool().settings
    const taken = usernameAttributes.find((attribute) => this.users().some((other) =>
      this.#same(other.attributes[attribute], user.attributes[attribute])))
    if (taken !== undefined) throw usernameExists(`An account with the given ${taken} already exists.`)
    this.#users.set(this.#key(user.username), user)
  }

  /** Sets what has changed of a user, and answers the user as it is now. */
  change(user: User, changes: Partial<User>): User {
    const changed = { ...user, ...changes, modifiedMs: this.#nowMs() }
    this.#users.set(this.#key(user.username), changed)
    return changed
  }

  /** The same without its code, which has been used. */
  withoutCode(user: User, changes: Partial<User>): User {
    const { code: _used, ...rest } = user
    return this.change(rest, changes)
  }

  /**
   * Throws `ServiceException` `AliasExistsException` where another user signs in by what `user` has verified; `force` takes it from that
   * one.
   */
  checkAliases(user: User, force = false): void {
    for (const attribute of this.#pool().settings.aliasAttributes.filter((each) => isVerified(user, each))) {
      const other = this.users().find((each) =>
        each.username !== user.username
        && this.#same(each.attributes[attribute], user.attributes[attribute])
        && isVerified(each, attribute))
      if (other === undefined) continue
      if (!force) throw aliasExists(`An account with the ${attribute} already exists.`)
      this.change(other, { attributes: { ...other.attributes, [`${attribute}_verified`]: 'false' } })
    }
  }

  remove(user: User): void {
    this.#users.delete(this.#key(user.username))
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  group(name: string): Group {
    const group = this.#groups.get(name)
    if (group === undefined) throw resourceNotFound('Group not found.')
    return group
  }

  groups(): Group[] {
    return [...this.#groups.values()]
  }

  hasGroup(name: string): boolean {
    return this.#groups.has(name)
  }

  setGroup(group: Group): void {
    this.#groups.set(group.name, group)
  }

  /** Removes a group, also from its users. */
  removeGroup(name: string): void {
    this.#groups.delete(name)
    for (const user of this.users())
      if (user.groups.includes(name)) this.change(user, { groups: user.groups.filter((each) => each !== name) })
  }

  /** A user's groups that still are there, the lowest precedence first. */
  groupsOf({ groups }: User): Group[] {
    return groups.flatMap((name) => this.#groups.get(name) ?? []).sort((left, right) =>
      (left.precedence ?? Infinity) - (right.precedence ?? Infinity) || 0)
  }

  clear(): void {
    for (const user of this.users()) this.remove(user)
    for (const { name } of this.groups()) this.#groups.delete(name)
  }

  #key(name: string): string {
    return this.#pool().settings.caseSensitive ? name : name.toLowerCase()
  }

  #same(left: string | undefined, right: string | undefined): boolean {
    return left !== undefined && right !== undefined && this.#key(left) === this.#key(right)
  }
}

/** There is nothing to verify in a preferred user name. */
function isVerified({ attributes }: User, attribute: string): boolean {
  return attribute === 'preferred_username' ? attributes[attribute] !== undefined : attributes[`${attribute}_verified`] === 'true'
}
