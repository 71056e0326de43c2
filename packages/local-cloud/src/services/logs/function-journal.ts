import type { Ports } from '../../ground/ports.ts'
import type { FunctionObserver, InstanceJournal, InvocationReport } from '../lambda/instance-journal.ts'
import type { LambdaFunction } from '../lambda/lambda-function.ts'
import { jsonLines, textLines, type InvocationFacts } from './function-lines.ts'

/** What functions' journals are written with. */
export interface FunctionJournals extends Pick<Ports, 'count' | 'writeLines'> {
  readonly region: string
  readonly nowMs: () => number
  readonly newId: () => string
}

/** Writes what functions do to their log groups and to the metrics of `AWS/Lambda`. */
export function functionObserver(journals: FunctionJournals): FunctionObserver {
  const count = (definition: LambdaFunction, name: string, value: number, unit?: string) => {
    for (const dimensions of dimensionSets(definition)) journals.count('AWS/Lambda', name, dimensions, value, unit)
  }
  return {
    journal: (definition) => openJournal(definition, journals, count),
    invoking: (definition, concurrent) => count(definition, 'ConcurrentExecutions', concurrent),
    throttled: (definition) => count(definition, 'Throttles', 1),
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-view.html */
function dimensionSets({ name, arn }: LambdaFunction): Readonly<Record<string, string>>[] {
  const resource = arn.split(':function:').at(-1) ?? name
  return [{}, { FunctionName: name }, { FunctionName: name, Resource: resource }]
}

function openJournal(
  definition: LambdaFunction,
  { writeLines, region, nowMs, newId }: FunctionJournals,
  count: (definition: LambdaFunction, name: string, value: number, unit?: string) => void,
): InstanceJournal {
  const openedMs = nowMs()
  const group = definition.logGroupName
  const version = definition.version ?? '$LATEST'
  // A group that others write to has the function's name in its streams.
  const named = group === `/aws/lambda/${definition.name}` ? '' : definition.name
  const streamName =
    `${new Date(openedMs).toISOString().slice(0, 10).replaceAll('-', '/')}/${named}[${version}]${newId().replaceAll('-', '')}`
  const lines = definition.logging?.format === 'JSON' ? jsonLines(definition.logging) : textLines
  const write = (messages: readonly string[]) => {
    // As Lambda does where the role lets it.
    if (messages.length > 0) writeLines(group, streamName, messages.map((message) => ({ timestamp: nowMs(), message })))
  }
  const facts = (): InvocationFacts => ({ definition, version, region, nowMs: nowMs() })
  let initMs: number | undefined
  let startedMs = openedMs
  let reported = false
  write(lines.initStart(facts()))
  return {
    streamName,
    loaded: () => { initMs ??= nowMs() - openedMs },
    started(requestId) {
      startedMs = nowMs()
      write(lines.start(facts(), requestId))
    },
    printed: (printed, requestId) => write(lines.printed(facts(), printed, requestId)),
    timedOut: (requestId, text) => write(lines.timedOut(facts(), requestId, text)),
    ended(requestId, report: InvocationReport) {
      const durationMs = nowMs() - startedMs
      write(lines.end(facts(), requestId, { ...report, durationMs, initMs: reported ? undefined : initMs }))
      reported = true
      count(definition, 'Invocations', 1)
      count(definition, 'Errors', report.status === 'success' ? 0 : 1)
      count(definition, 'Throttles', 0)
      count(definition, 'Duration', durationMs, 'Milliseconds')
    },
  }
}
