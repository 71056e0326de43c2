import { invalidCommand } from '../../commands/command-error.ts'
import type { CommandExecution } from '../../state/commands.ts'
import type { TimeFilter } from '../../model/model.generated.ts'
import { isCalendarDay } from '../../timers/calendar-day.ts'
import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

const PAGE_SIZE = 25
const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

/** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCommandExecutions.html */
export const listCommandExecutions = operation('ListCommandExecutions', (input, { state, commands }) => {
  const {
    commandArn, targetArn, startedTimeFilter, completedTimeFilter, status, namespace = 'AWS-IoT', sortOrder, maxResults = PAGE_SIZE,
    nextToken,
  } = input
  if ((commandArn === undefined) === (targetArn === undefined))
    throw invalidCommand('Either commandArn or targetArn must be given, and not both.')
  if (startedTimeFilter !== undefined && completedTimeFilter !== undefined)
    throw invalidCommand('startedTimeFilter and completedTimeFilter can not both be given.')
  const timeOf = ({ createdAtMs, completedAtMs }: CommandExecution) => (completedTimeFilter === undefined ? createdAtMs : completedAtMs)
  const isIn = within(startedTimeFilter ?? completedTimeFilter ?? {})
  const listed = commands.executions.all().filter((execution) =>
    namespace === 'AWS-IoT' && isIn(timeOf(execution)) && (status === undefined || execution.status === status)
    && (commandArn === undefined ? execution.targetArn === targetArn : state.arn(`command/${execution.commandId}`) === commandArn))
  const key = (execution: CommandExecution) => byCreation({ createdAtMs: timeOf(execution) ?? 0 }, execution.executionId)
  const { items, nextToken: next } = page(listed, key, nextToken, maxResults, sortOrder !== 'ASCENDING')
  return { commandExecutions: items.map((execution) => summary(execution, state.arn(`command/${execution.commandId}`))), nextToken: next }
})

function within({ after, before }: TimeFilter): (atMs: number | undefined) => boolean {
  const [afterMs, beforeMs] = [readTime(after), readTime(before)]
  if (afterMs === undefined && beforeMs === undefined) return () => true
  return (atMs) => atMs !== undefined && (afterMs === undefined || atMs > afterMs) && (beforeMs === undefined || atMs < beforeMs)
}

/** A time without a zone is UTC. */
function readTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, minutes = '', seconds = '', zone = 'Z'] = TIME.exec(text) ?? []
  const ms = Date.parse(`${minutes}${seconds}${zone}`)
  if (Number.isNaN(ms) || !isCalendarDay(minutes.slice(0, 10))) throw invalidCommand(`A time must be like 2024-11-01T03:00: ${text}`)
  return ms
}

function summary({ executionId, targetArn, status, createdAtMs, completedAtMs }: CommandExecution, commandArn: string) {
  const completedAt = completedAtMs === undefined ? undefined : new Date(completedAtMs)
  return { commandArn, executionId, targetArn, status, createdAt: new Date(createdAtMs), startedAt: new Date(createdAtMs), completedAt }
}
