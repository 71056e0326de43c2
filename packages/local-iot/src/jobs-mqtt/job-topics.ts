/** What a message on a topic of jobs asks. */
export interface JobRequest {
  readonly operation: 'GetPendingJobExecutions' | 'StartNextPendingJobExecution' | 'DescribeJobExecution' | 'UpdateJobExecution'
  readonly thingName: string
  readonly jobId?: string
}

const OF_THING = /^\$aws\/things\/([^/]+)\/jobs\/(get|start-next)$/
const OF_JOB = /^\$aws\/things\/([^/]+)\/jobs\/([^/]+)\/(get|update)$/

/**
 * What a message on this topic asks of jobs; `undefined` for any other topic.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html#reserved-topics-job
 */
export function jobRequest(topic: string): JobRequest | undefined {
  const [, thing, ofThing] = OF_THING.exec(topic) ?? []
  if (thing !== undefined && ofThing === 'get') return { thingName: thing, operation: 'GetPendingJobExecutions' }
  if (thing !== undefined) return { thingName: thing, operation: 'StartNextPendingJobExecution' }
  const [, thingName, jobId, ofJob] = OF_JOB.exec(topic) ?? []
  if (thingName === undefined || jobId === undefined) return undefined
  return { thingName, jobId, operation: ofJob === 'get' ? 'DescribeJobExecution' : 'UpdateJobExecution' }
}
