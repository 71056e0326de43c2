import { type Input, parsedInput, ServiceException } from '@keg/aws-service'
import { ownMember } from '../../assembly/own-member.ts'
import { invalid, member } from '../events/request.ts'
import { DEFAULT_GROUP, isOneTime, scheduleSettings, type Schedule } from './schedule.ts'
import type { ScheduleGroup, Scheduler } from './scheduler.ts'

/** A call: members of the body, the path and the query by their names. */
type Operation = (input: Input, scheduler: Scheduler) => object | Promise<object>

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html */
const PAGE_MAX = 100

/** By method and path. @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html */
const operations: Readonly<Record<string, Operation>> = {
  'POST schedules/': (input, scheduler) => ({ ScheduleArn: scheduler.create(scheduleSettings(input)).arn }),
  'PUT schedules/': (input, scheduler) => ({ ScheduleArn: scheduler.update(scheduleSettings(input)).arn }),
  'GET schedules/': (input, scheduler) => described(scheduler.schedule(...named(input))),
  'DELETE schedules/': async (input, scheduler) => {
    await scheduler.delete(...named(input))
    return {}
  },
  'GET schedules': (input, scheduler) => {
    const { ScheduleGroup: group, State, NamePrefix = '' } = input
    if (group !== undefined) scheduler.group(String(group))
    const found = scheduler.schedules().filter(({ name, groupName, state }) => (group === undefined || groupName === group) && (State === undefined || state === State) && name.startsWith(String(NamePrefix)))
    const { items, NextToken } = page(found, input)
    return { Schedules: items.map(brief), NextToken }
  },
  'POST schedule-groups/': (input, scheduler) => ({ ScheduleGroupArn: scheduler.createGroup(member(input, 'Name', /^[0-9A-Za-z\-_.]{1,64}$/)).arn }),
  'GET schedule-groups/': (input, scheduler) => describedGroup(scheduler.group(member(input, 'Name'))),
  'DELETE schedule-groups/': async (input, scheduler) => {
    await scheduler.deleteGroup(member(input, 'Name'))
    return {}
  },
  'GET schedule-groups': (input, scheduler) => {
    const { items, NextToken } = page(scheduler.groups().filter(({ name }) => name.startsWith(String(input['NamePrefix'] ?? ''))), input)
    return { ScheduleGroups: items.map(describedGroup), NextToken }
  },
}

/** Answers EventBridge Scheduler's REST API. Throws `ServiceException`. */
export async function schedulerApi(scheduler: Scheduler, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const [, resource = '', name] = pathname.split('/')
  const operation = ownMember(operations, `${request.method} ${resource}${name === undefined ? '' : '/'}`)
  if (operation === undefined) throw new ServiceException('UnknownOperationException', 404, `The Scheduler's ${request.method} ${pathname} is not emulated.`)
  const query = Object.fromEntries(searchParams)
  const input = { ...parsedInput(await request.text()), ...query, ...('groupName' in query ? { GroupName: query['groupName'] } : {}), ...(name === undefined ? {} : { Name: decodeURIComponent(name) }) }
  return Response.json(await operation(input, scheduler))
}

function named(input: Input): [groupName: string, name: string] {
  return [String(input['GroupName'] ?? DEFAULT_GROUP), member(input, 'Name')]
}

/** The part of a list that `NextToken`, which says where it begins, and `MaxResults` ask for. */
function page<T>(items: readonly T[], { NextToken, MaxResults }: Input): { items: readonly T[]; NextToken: string | undefined } {
  const [from, count] = [Number(NextToken ?? 0), Number(MaxResults ?? PAGE_MAX)]
  if (!Number.isInteger(from) || from < 0) throw invalid('Invalid NextToken.')
  if (!Number.isInteger(count) || count < 1 || count > PAGE_MAX) throw invalid(`1 validation error detected: Value '${String(MaxResults)}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${PAGE_MAX}`)
  return { items: items.slice(from, from + count), NextToken: from + count < items.length ? String(from + count) : undefined }
}

function described(schedule: Schedule): object {
  const { name, groupName, arn, expression, timeZone, startMs, endMs, state, flexibleTimeWindow, description, actionAfterCompletion, target, createdAtMs, modifiedAtMs } = schedule
  return {
    Arn: arn, Name: name, GroupName: groupName, ScheduleExpression: expression, ScheduleExpressionTimezone: timeZone, State: state, Description: description, FlexibleTimeWindow: flexibleTimeWindow,
    ...(isOneTime(schedule) ? {} : { StartDate: seconds(startMs), EndDate: seconds(endMs) }),
    ActionAfterCompletion: actionAfterCompletion, Target: target, CreationDate: seconds(createdAtMs), LastModificationDate: seconds(modifiedAtMs),
  }
}

function brief({ name, groupName, arn, state, target, createdAtMs, modifiedAtMs }: Schedule): object {
  return { Arn: arn, Name: name, GroupName: groupName, State: state, Target: { Arn: target.Arn }, CreationDate: seconds(createdAtMs), LastModificationDate: seconds(modifiedAtMs) }
}

function describedGroup({ name, arn, createdAtMs }: ScheduleGroup): object {
  return { Arn: arn, Name: name, State: 'ACTIVE', CreationDate: seconds(createdAtMs), LastModificationDate: seconds(createdAtMs) }
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000
}
