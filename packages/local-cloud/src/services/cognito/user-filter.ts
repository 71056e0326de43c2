import { ownMember } from '../../ground/own-member.ts'
import { invalidParameter } from './cognito-error.ts'
import type { User } from './user-pool.ts'

const filter = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/
/**
 * What can be searched by.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html#cognito-user-pools-searching-for-users-using-listusers-api
 */
const searchable: Readonly<Record<string, (user: User) => string | undefined>> = {
  'username': ({ username }) => username,
  'cognito:user_status': ({ status }) => status,
  'status': ({ enabled }) => (enabled ? 'Enabled' : 'Disabled'),
  ...Object.fromEntries(['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username', 'sub'].map((name) => [
    name, ({ attributes }: User) => attributes[name],
  ])),
}

/** From `email ^= "bar"`; absent or empty: every user. Throws `ServiceException` `InvalidParameterException`. */
export function userFilter(text: string | undefined): (user: User) => boolean {
  if (text === undefined || text.trim() === '') return () => true
  const [, name = '', operator, value = ''] = filter.exec(text) ?? []
  const read = ownMember(searchable, name)
  if (operator === undefined || read === undefined) throw invalidParameter(`Error while parsing filter: ${text}`)
  const wanted = value.replaceAll(/\\(.)/g, '$1')
  return (user) => (operator === '=' ? read(user) === wanted : read(user)?.startsWith(wanted) === true)
}
