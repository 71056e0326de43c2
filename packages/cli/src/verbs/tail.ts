import type { Happening } from '@keg/local-cloud'
import { matchesTopicFilter } from '@keg/mqtt-topics'
import { cloudFlags, cloudHelp, endpointOfCloud } from '../core/choose-cloud.ts'
import { countFlag, textFlag } from '../flags.ts'
import { linesOf } from '../lines.ts'
import { cloudLogLine } from '../log-line.ts'
import { oneLine } from '../printable.ts'
import { UsageError, type Flags, type Verb } from '../verb.ts'

/** `keg tail`: what happens in a running cloud, until interrupted. */
export const tail: Verb = {
  usage:
    'keg tail [--json] [--count N] [--logs] [--messages] [--invocations] [--function NAME] [--topic FILTER] [--core NAME | --endpoint URL]',
  help:
    `Prints what happens in a cloud that keg run or pnpm start has started, until Ctrl-C: log lines, messages on topics, invocations of functions.

  --json           a line of JSON for each
  --count N        ends after N
  --logs           log lines; with --messages and --invocations, whichever are named: all three by default
  --messages       messages that are published, with their topic
  --invocations    invocations that end, with their result and how long they took
  --function NAME  lines and invocations of functions whose name has NAME in it
  --topic FILTER   messages whose topic matches FILTER
${cloudHelp}`,
  flags: {
    json: { type: 'boolean' }, count: { type: 'string' }, logs: { type: 'boolean' }, messages: { type: 'boolean' },
    invocations: { type: 'boolean' }, function: { type: 'string' }, topic: { type: 'string' }, ...cloudFlags,
  },
  arguments: [],
  async run(flags, _, terminal) {
    const count = countFlag(flags, 'count') ?? Number.POSITIVE_INFINITY
    const wanted = wantedBy(flags)
    const interrupted = new AbortController()
    let seen = 0
    for await (const happening of happenings(
      await endpointOfCloud(flags, (name) => `keg subscribe '#' --core ${name} prints its messages`),
      interrupted.signal,
      () => {
        void terminal.untilInterrupted().then(() => interrupted.abort())
        terminal.err('Following. Ctrl-C ends it.')
      },
    )) {
      if (!wanted(happening)) continue
      terminal.out(flags['json'] === true ? JSON.stringify(happening) : lineOf(happening))
      seen += 1
      if (seen === count) return 0
    }
    if (interrupted.signal.aborted) return 0
    terminal.err('The cloud has ended.')
    return 1
  },
}

/** Calls `following` once what happens from now on is seen. Ends with the cloud or by the signal. */
async function* happenings(endpoint: string, signal: AbortSignal, following: () => void): AsyncGenerator<Happening> {
  const response = await fetch(new URL('/__keg/events', endpoint), { signal }).catch((cause: unknown) => {
    throw new UsageError(`Nothing answers at ${endpoint}: ${cause instanceof Error ? cause.message : String(cause)}`)
  })
  if (!response.ok || response.body === null) throw new UsageError(`${endpoint} is no local cloud: it answers ${response.status}.`)
  try {
    for await (const line of linesOf(response.body)) {
      if (line.startsWith(': following')) following()
      // The endpoint's own lines.
      if (line.startsWith('data: ')) yield JSON.parse(line.slice('data: '.length)) as Happening
    }
  } catch (error) {
    // Both ends of a line that is cut: we, or the cloud that ends.
    if (!signal.aborted && !(error instanceof TypeError)) throw error
  }
}

/** Without the name of a kind, `--function` is for lines and invocations, `--topic` for messages. */
function wantedBy(flags: Flags): (happening: Happening) => boolean {
  const [name, filter] = [textFlag(flags, 'function'), textFlag(flags, 'topic')]
  const named = { log: flags['logs'] === true, message: flags['messages'] === true, invocation: flags['invocations'] === true }
  const ofFunctions = name !== undefined || filter === undefined
  const kinds = Object.values(named).includes(true)
    ? named
    : { log: ofFunctions, invocation: ofFunctions, message: filter !== undefined || name === undefined }
  return (happening) => {
    if (!kinds[happening.kind]) return false
    if (happening.kind === 'message') return filter === undefined || matchesTopicFilter(filter, happening.topic)
    return name === undefined || happening.functionName?.includes(name) === true
  }
}

function lineOf(happening: Happening): string {
  const time = new Date(happening.atMs).toISOString().slice(11, 23)
  if (happening.kind === 'message') return oneLine(`${time} ${happening.topic} ${happening.payload ?? happening.payloadBase64 ?? ''}`)
  if (happening.kind === 'log') return `${time} ${cloudLogLine(happening)}`
  const { functionName, requestId, durationMs, failed, output } = happening
  return oneLine(`${time} ${functionName} ${requestId} ${failed ? 'failed' : 'ok'} in ${durationMs} ms: ${output}`)
}
