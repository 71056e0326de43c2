import { isRecord, ServiceException } from '@keg/aws-service'
import type { Clock } from '@keg/mqtt-broker'
import { runJobsData } from '../jobs-data/index.ts'
import type { JobsDataCore } from '../jobs-data/operation.ts'
import { seconds } from '../jobs/execution-view.ts'
import { JobError } from '../jobs/job-error.ts'
import type { Reply } from '../reserved-topics/reply.ts'
import type { TopicService } from '../reserved-topics/topic-service.ts'
import { jobRequest, type JobRequest } from './job-topics.ts'

export interface JobTopicsOptions extends JobsDataCore {
  readonly clock: Clock
  readonly reply: Reply
}

type Body = Readonly<Record<string, unknown>>

/**
 * The jobs data plane over MQTT: each request is answered on its topic with `/accepted` or `/rejected`, then others hear what has changed.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-api.html
 */
export function jobTopics({ clock, reply, ...core }: JobTopicsOptions): TopicService {
  return {
    serves: (topic) => jobRequest(topic) !== undefined,
    handle({ topic, payload }, source) {
      const request = jobRequest(topic)
      if (request === undefined) return undefined
      const asked = readBody(payload)
      const { kind, body } = answer(request, asked, core)
      const clientToken = asked === undefined || typeof asked['clientToken'] !== 'string' ? {} : { clientToken: asked['clientToken'] }
      const whole = { ...clientToken, timestamp: seconds(clock.nowMs()), ...body }
      reply(source, { topic: `${topic}/${kind}`, payload: new TextEncoder().encode(JSON.stringify(whole)) })
      return core.jobs.flush()
    },
  }
}

interface Answer {
  readonly kind: 'accepted' | 'rejected'
  readonly body: object
}

function answer({ operation, ...named }: JobRequest, asked: Body | undefined, core: JobsDataCore): Answer {
  try {
    if (asked === undefined) throw new JobError('InvalidJson', 'The payload must be a JSON object in UTF-8.')
    // `null` says no more than an absent member, as over HTTPS.
    const members = Object.fromEntries(Object.entries(asked).filter(([name, value]) => name !== 'clientToken' && value !== null))
    return { kind: 'accepted', body: asValues(runJobsData(operation, { ...members, ...named }, core)) }
  } catch (error) {
    return { kind: 'rejected', body: refusal(error) }
  }
}

/** The members of a request; `undefined` for what is no JSON object. An empty payload asks for nothing special. */
function readBody(payload: Uint8Array): Body | undefined {
  if (payload.length === 0) return {}
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Over MQTT a job document is its value, where over HTTPS it is its text; what there is none of is left out. */
function asValues(output: unknown): object {
  if (!isRecord(output)) return {}
  const { execution, jobDocument, ...others } = output
  return { ...others, ...(isRecord(execution) && { execution: withDocument(execution) }), ...withDocument({ jobDocument }) }
}

const withDocument = ({ jobDocument, ...others }: Body) =>
  (typeof jobDocument === 'string' ? { ...others, jobDocument: JSON.parse(jobDocument) as unknown } : others)

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-api.html#jobs-mqtt-error-response */
function refusal(error: unknown): object {
  if (error instanceof JobError) return { code: error.code, message: error.message, executionState: error.executionState }
  if (error instanceof ServiceException) return { code: 'InvalidRequest', message: error.message }
  throw error
}
