import { ServiceException } from '@keg/aws-service'
import { describedGroup, describedUser } from '../descriptions.ts'
import type { CognitoContext } from '../cognito-context.ts'
import { page } from '../page.ts'
import type { Group } from '../user-pool.ts'
import { named } from './administration.ts'
import type { CreateGroupRequest, ListGroupsRequest, ListGroupsResponse } from '../model.generated.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html */
export const createGroup = operation('CreateGroup', (input, { pools, nowMs }) => {
  const poolId = input.UserPoolId
  const directory = pools.directory(poolId)
  const name = input.GroupName
  if (directory.hasGroup(name)) throw new ServiceException('GroupExistsException', 400, 'A group with the name already exists.')
  const group: Group = { name, ...settingsOf(input), createdMs: nowMs(), modifiedMs: nowMs() }
  directory.setGroup(group)
  return { Group: describedGroup(poolId, group) }
})

export const updateGroup = operation('UpdateGroup', (input, { pools, nowMs }) => {
  const poolId = input.UserPoolId
  const directory = pools.directory(poolId)
  const before = directory.group(input.GroupName)
  const given = Object.fromEntries(Object.entries(settingsOf(input)).filter(([, value]) => value !== undefined))
  const group: Group = { ...before, ...given, modifiedMs: nowMs() }
  directory.setGroup(group)
  return { Group: describedGroup(poolId, group) }
})

export const getGroup = operation('GetGroup', (input, { pools }) => {
  const poolId = input.UserPoolId
  return { Group: describedGroup(poolId, pools.directory(poolId).group(input.GroupName)) }
})

export const deleteGroup = operation('DeleteGroup', (input, { pools }) => {
  const directory = pools.directory(input.UserPoolId)
  directory.removeGroup(directory.group(input.GroupName).name)
})

export const listGroups = operation('ListGroups', (input, { pools }) => {
  const poolId = input.UserPoolId
  return groupsPage(poolId, pools.directory(poolId).groups(), input)
})

export const adminListGroupsForUser = operation('AdminListGroupsForUser', (input, context) => {
  const { pool, user } = named(input, context)
  return groupsPage(pool.id, context.pools.directory(pool.id).groupsOf(user), input)
})

export const adminAddUserToGroup = operation('AdminAddUserToGroup', (input, context) => {
  const { pool, user } = named(input, context)
  addToGroup(pool.id, user.username, input.GroupName, context)
})

export const adminRemoveUserFromGroup = operation('AdminRemoveUserFromGroup', (input, context) => {
  const { pool, user } = named(input, context)
  const directory = context.pools.directory(pool.id)
  const { name } = directory.group(input.GroupName)
  directory.change(user, { groups: user.groups.filter((each) => each !== name) })
})

export const listUsersInGroup = operation('ListUsersInGroup', (input, { pools }) => {
  const directory = pools.directory(input.UserPoolId)
  const { name } = directory.group(input.GroupName)
  const { items, next } = page(
    directory.users().filter(({ groups }) => groups.includes(name)).map(describedUser), input.Limit, input.NextToken,
  )
  return { Users: items, ...(next === undefined ? {} : { NextToken: next }) }
})

/** Throws `ServiceException` where there is no such user or group. */
export function addToGroup(poolId: string, username: string, groupName: string, { pools }: Pick<CognitoContext, 'pools'>): void {
  const directory = pools.directory(poolId)
  const user = directory.get(username)
  const { name } = directory.group(groupName)
  directory.change(user, { groups: [...new Set([...user.groups, name])] })
}

function settingsOf(
  input: Pick<CreateGroupRequest, 'Description' | 'Precedence' | 'RoleArn'>,
): Pick<Group, 'description' | 'precedence' | 'roleArn'> {
  return { description: input.Description, precedence: input.Precedence, roleArn: input.RoleArn }
}

function groupsPage(poolId: string, groups: readonly Group[], input: Pick<ListGroupsRequest, 'Limit' | 'NextToken'>): ListGroupsResponse {
  const { items, next } = page(groups.map((group) => describedGroup(poolId, group)), input.Limit, input.NextToken)
  return { Groups: items, ...(next === undefined ? {} : { NextToken: next }) }
}
