import { isRecord } from '@keg/aws-service'
import type { InvocationReport } from '../lambda/instance-journal.ts'
import type { FunctionLogging, LambdaFunction } from '../lambda/lambda-function.ts'
import type { Printed } from '../lambda/worker-protocol.ts'

/** What every line of a function may tell. */
export interface InvocationFacts {
  readonly definition: LambdaFunction
  readonly version: string
  readonly region: string
  readonly nowMs: number
}

/** What the report of an invocation tells. */
export interface ReportFacts extends InvocationReport {
  readonly durationMs: number
  /** Of the instance's first invocation. */
  readonly initMs: number | undefined
}

/** How an instance's events become lines; an event may become none. */
export interface FunctionLines {
  initStart(facts: InvocationFacts): readonly string[]
  start(facts: InvocationFacts, requestId: string): readonly string[]
  printed(facts: InvocationFacts, printed: Printed, requestId: string | undefined): readonly string[]
  timedOut(facts: InvocationFacts, requestId: string, text: string): readonly string[]
  end(facts: InvocationFacts, requestId: string, report: ReportFacts): readonly string[]
}

const iso = (ms: number) => new Date(ms).toISOString()

/** As Lambda writes it by default. @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html */
export const textLines: FunctionLines = {
  initStart: ({ definition, region }) => [
    `INIT_START Runtime Version: ${runtimeVersion(definition)}\tRuntime Version ARN: arn:aws:lambda:${region}::runtime:keg\n`,
  ],
  start: ({ version }, requestId) => [`START RequestId: ${requestId} Version: ${version}\n`],
  printed: ({ nowMs }, { text, level }, requestId) => [
    level === undefined ? `${text}\n` : `${iso(nowMs)}\t${requestId ?? 'undefined'}\t${level}\t${text.replaceAll('\n', '\r')}\n`,
  ],
  timedOut: ({ nowMs }, requestId, text) => [`${iso(nowMs)} ${requestId} ${text}\n\n`],
  end({ definition }, requestId, { durationMs, initMs, memoryMb, status, errorType }) {
    const fields = [
      `REPORT RequestId: ${requestId}`, `Duration: ${durationMs.toFixed(2)} ms`, `Billed Duration: ${billedMs(durationMs, initMs)} ms`,
      `Memory Size: ${definition.memoryMb} MB`, `Max Memory Used: ${memoryMb ?? definition.memoryMb} MB`,
      ...(initMs === undefined ? [] : [`Init Duration: ${initMs.toFixed(2)} ms`]), ...(status === 'success' ? [] : [`Status: ${status}`]),
      ...(errorType === undefined ? [] : [`Error Type: ${errorType}`]),
    ]
    return [`END RequestId: ${requestId}\n`, `${fields.join('\t')}\t\n`]
  },
}

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']

/**
 * As Lambda writes it where `LogFormat` is JSON.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export function jsonLines({ applicationLevel, systemLevel }: FunctionLogging): FunctionLines {
  const shows = (wanted: string, level: string) => levels.indexOf(level) >= levels.indexOf(wanted)
  const system = (level: string, { nowMs }: InvocationFacts, type: string, record: object) =>
    (shows(systemLevel, level) ? [`${JSON.stringify({ time: iso(nowMs), type: `platform.${type}`, record })}\n`] : [])
  return {
    initStart: (facts) => system('INFO', facts, 'initStart', {
      initializationType: 'on-demand', phase: 'init', runtimeVersion: runtimeVersion(facts.definition), functionName: facts.definition.name,
      functionVersion: facts.version,
    }),
    start: (facts, requestId) => system('INFO', facts, 'start', { requestId, functionArn: facts.definition.arn, version: facts.version }),
    printed({ nowMs }, printed, requestId) {
      const { level } = printed
      if (level === undefined) return [`${printed.text}\n`]
      return shows(applicationLevel, level)
        ? [`${JSON.stringify({ timestamp: iso(nowMs), level, requestId, ...printedMembers(printed) })}\n`]
        : []
    },
    timedOut: ({ nowMs }, requestId, text) => [`${iso(nowMs)} ${requestId} ${text}\n\n`],
    end: (facts, requestId, { durationMs, initMs, memoryMb, status, errorType }) =>
      system(status === 'success' ? 'INFO' : 'WARN', facts, 'report', {
        requestId,
        metrics: {
          durationMs, billedDurationMs: billedMs(durationMs, initMs), memorySizeMB: facts.definition.memoryMb,
          maxMemoryUsedMB: memoryMb ?? facts.definition.memoryMb, initDurationMs: initMs,
        },
        status, errorType,
      }),
  }
}

/** An error has its members beside the message, an object is the message. */
function printedMembers({ text, value }: Printed): object {
  const failure = /^Invoke Error \t(.*)$/.exec(text)?.[1]
  if (failure !== undefined) {
    const { trace, ...error } = JSON.parse(failure) as Record<string, unknown>
    return { message: { ...error, stackTrace: trace } }
  }
  if (value === undefined) return { message: text }
  return isRecord(value) && 'errorType' in value && 'stackTrace' in value ? { ...value, message: text } : { message: value }
}

/** Since August 2025 loading is billed, too. */
function billedMs(durationMs: number, initMs = 0): number {
  return Math.max(1, Math.ceil(durationMs + initMs))
}

function runtimeVersion({ runtime }: LambdaFunction): string {
  return `nodejs:${/\d+/.exec(runtime)?.[0] ?? ''}.v1`
}
