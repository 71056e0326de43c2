import { isRecord } from '@keg/aws-service'
import type { Clock, QuotaMode } from '@keg/mqtt-broker'
import { readPayload, writePayload, type PayloadFormat } from '../../reserved-topics/payload-format.ts'
import type { Reply } from '../../reserved-topics/reply.ts'
import type { TopicService } from '../../reserved-topics/topic-service.ts'
import type { IotState } from '../../state/iot-state.ts'
import type { Observation } from '../detect/detector.ts'
import { readReport } from './read-report.ts'
import { ReportError } from './report-error.ts'

const TOPIC = /^\$aws\/things\/([^/]+)\/defender\/metrics\/(json|cbor)$/
/** Reports of one thing that come faster may be refused (detect-device-side-metrics.html). */
const REPORT_MS = 300_000
/** Things whose last report is remembered; past it all begin anew. */
const MAX_THINGS = 100_000

export interface ReportServiceOptions {
  readonly state: Pick<IotState, 'customMetrics'>
  readonly clock: Clock
  readonly quotas: QuotaMode
  readonly reply: Reply
  readonly observe: (observation: Observation) => void
}

/** Takes the metrics that devices report of themselves. */
export function createReportService({ state, clock, quotas, reply, observe }: ReportServiceOptions): TopicService {
  const last = new Map<string, { readonly reportId: number; readonly atMs: number }>()

  const take = (thingName: string, body: Readonly<Record<string, unknown>> | undefined) => {
    const { reportId, values } = readReport(body, (name) => state.customMetrics.get(name)?.metricType)
    const before = last.get(thingName)
    const nowMs = clock.nowMs()
    if (before !== undefined && reportId <= before.reportId)
      throw new ReportError('InvalidPayload', `header.report_id must grow: the last one was ${before.reportId}.`)
    if (quotas === 'enforce' && before !== undefined && nowMs < before.atMs + REPORT_MS)
      throw new ReportError('Throttled', `A device reports at most every ${REPORT_MS / 1000} seconds.`)
    if (last.size >= MAX_THINGS) last.clear()
    last.set(thingName, { reportId, atMs: nowMs })
    for (const [metric, value] of values) observe({ thingName, metric, value })
    return reportId
  }

  return {
    serves: (topic) => TOPIC.test(topic),
    handle({ topic, payload }, source) {
      const [, thingName, format] = TOPIC.exec(topic) ?? []
      if (thingName === undefined || !isFormat(format)) return undefined
      const body = readPayload(format, payload)
      const answer = (kind: string, said: object) =>
        reply(source, { topic: `${topic}/${kind}`, payload: writePayload(format, { thingName, ...said, timestamp: clock.nowMs() }) })
      try {
        answer('accepted', { reportId: take(thingName, body), status: 'ACCEPTED' })
      } catch (error) {
        if (!(error instanceof ReportError)) throw error
        const statusDetails = { ErrorCode: error.code, ErrorMessage: error.message }
        answer('rejected', { reportId: idOf(body), status: 'REJECTED', statusDetails })
      }
      return undefined
    },
  }
}

const isFormat = (format: string | undefined): format is PayloadFormat => format === 'json' || format === 'cbor'

function idOf(body: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const header = body?.['header'] ?? body?.['hed']
  if (!isRecord(header)) return undefined
  const id = header['report_id'] ?? header['rid']
  // What is no number may be anything, nested as deep as it likes.
  return typeof id === 'number' ? id : undefined
}
