import { ServiceException } from '@keg/aws-service'
import { describedGroup, describedUser } from '../descriptions.ts'
import { optionalText, text, type Input } from '../input.ts'
import type { CognitoContext, Operations } from '../operation.ts'
import { page } from '../page.ts'
import type { Group } from '../user-pool.ts'
import { named } from './administration.ts'

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html */
export const groupOperations: Operations = {
  CreateGroup(input, { pools, nowMs }) {
    const poolId = text(input, 'UserPoolId')
    const directory = pools.directory(poolId)
    const name = text(input, 'GroupName')
    if (directory.hasGroup(name)) throw new ServiceException('GroupExistsException', 400, 'A group with the name already exists.')
    const group: Group = { name, ...settingsOf(input), createdMs: nowMs(), modifiedMs: nowMs() }
    directory.setGroup(group)
    return { Group: describedGroup(poolId, group) }
  },

  UpdateGroup(input, { pools, nowMs }) {
    const poolId = text(input, 'UserPoolId')
    const directory = pools.directory(poolId)
    const before = directory.group(text(input, 'GroupName'))
    const given = Object.fromEntries(Object.entries(settingsOf(input)).filter(([, value]) => value !== undefined))
    const group: Group = { ...before, ...given, modifiedMs: nowMs() }
    directory.setGroup(group)
    return { Group: describedGroup(poolId, group) }
  },

  GetGroup(input, { pools }) {
    const poolId = text(input, 'UserPoolId')
    return { Group: describedGroup(poolId, pools.directory(poolId).group(text(input, 'GroupName'))) }
  },

  DeleteGroup(input, { pools }) {
    const directory = pools.directory(text(input, 'UserPoolId'))
    directory.removeGroup(directory.group(text(input, 'GroupName')).name)
    return {}
  },

  ListGroups(input, { pools }) {
    const poolId = text(input, 'UserPoolId')
    return groupsPage(poolId, pools.directory(poolId).groups(), input)
  },

  AdminListGroupsForUser(input, context) {
    const { pool, user } = named(input, context)
    return groupsPage(pool.id, context.pools.directory(pool.id).groupsOf(user), input)
  },

  AdminAddUserToGroup(input, context) {
    const { pool, user } = named(input, context)
    addToGroup(pool.id, user.username, text(input, 'GroupName'), context)
    return {}
  },

  AdminRemoveUserFromGroup(input, context) {
    const { pool, user } = named(input, context)
    const directory = context.pools.directory(pool.id)
    const { name } = directory.group(text(input, 'GroupName'))
    directory.change(user, { groups: user.groups.filter((each) => each !== name) })
    return {}
  },

  ListUsersInGroup(input, { pools }) {
    const directory = pools.directory(text(input, 'UserPoolId'))
    const { name } = directory.group(text(input, 'GroupName'))
    const { items, next } = page(directory.users().filter(({ groups }) => groups.includes(name)).map(describedUser), input['Limit'], optionalText(input, 'NextToken'))
    return { Users: items, ...(next === undefined ? {} : { NextToken: next }) }
  },
}

/** Throws `ServiceException` where there is no such user or group. */
export function addToGroup(poolId: string, username: string, groupName: string, { pools }: Pick<CognitoContext, 'pools'>): void {
  const directory = pools.directory(poolId)
  const user = directory.get(username)
  const { name } = directory.group(groupName)
  directory.change(user, { groups: [...new Set([...user.groups, name])] })
}

function settingsOf(input: Input): Pick<Group, 'description' | 'precedence' | 'roleArn'> {
  const precedence = input['Precedence']
  return { description: optionalText(input, 'Description'), precedence: typeof precedence === 'number' ? precedence : undefined, roleArn: optionalText(input, 'RoleArn') }
}

function groupsPage(poolId: string, groups: readonly Group[], input: Input): object {
  const { items, next } = page(groups.map((group) => describedGroup(poolId, group)), input['Limit'], optionalText(input, 'NextToken'))
  return { Groups: items, ...(next === undefined ? {} : { NextToken: next }) }
}
