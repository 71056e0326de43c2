import { action, delivery, LastingFailure, type ActionInput } from './action.ts'
import { isMap } from './attribute-value.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-logs-rule-action.html */
export const cloudwatchLogsAction = action('cloudwatchLogs', ({ roleArn, logGroupName, batchMode = false }, setup) => {
  const rendered = fields({ logGroupName }, setup)
  return delivery('cloudwatchLogs', { resource: logGroupName, roleArn }, async (input, { nowMs }) => ({
    ...(await rendered(input)),
    logStreamName: input.ruleName,
    logEvents: batchMode ? eventsOf(input.output) : [{ timestamp: nowMs(), message: Buffer.from(input.payload).toString() }],
  }))
})

/** The records of a batch, in the order of time that PutLogEvents asks for (API_PutLogEvents.html). */
function eventsOf(output: ActionInput['output']): { timestamp: number; message: string }[] {
  if (!Array.isArray(output) || output.length === 0) throw wrongFormat()
  return output.map(eventOf).sort((a, b) => a.timestamp - b.timestamp)
}

function eventOf(record: ActionInput['output']): { timestamp: number; message: string } {
  if (!isMap(record)) throw wrongFormat()
  const { timestamp, message } = record
  if (typeof timestamp !== 'number' || typeof message !== 'string') throw wrongFormat()
  return { timestamp, message }
}

const wrongFormat = () =>
  new LastingFailure('With batchMode the rule must put out a list of { "timestamp": milliseconds, "message": text }.')
