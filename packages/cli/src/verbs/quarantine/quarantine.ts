import { cloudFlags, cloudHelp } from '../../core/choose-cloud.ts'
import { textFlag } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { ApiRefusal, quarantineApi, type Entry, type QuarantineApi } from './api.ts'
import { findApi } from './find-api.ts'

interface Asked {
  readonly api: QuarantineApi
  readonly id: string | undefined
  readonly flags: Flags
  readonly terminal: Terminal
}

const ACTIONS: Readonly<Record<string, (asked: Asked) => Promise<number>>> = { list, show, replay }

/** `keg quarantine list|show|replay`: what flows failed with, and doing it again. */
export const quarantine: Verb = {
  usage: 'keg quarantine list [--flow NAME] | show ENTRY | replay ENTRY | replay --all [--flow NAME] [--json] [--api URL | --core NAME | --endpoint URL]',
  help: `What flows failed with: kept whole, with its reason, until it is replayed.

  list            the open entries, newest first
  show ENTRY      one entry, open or closed, with its bytes
  replay ENTRY    puts the message into its flow's queue again: the entry closes as the flow has done it, and stays open, with
                  the newer reason, where it fails again
  replay --all    every open entry; exit code 1 where one is refused

  --flow NAME      entries of this flow alone: of list and replay --all
  --json           a line of JSON for each, as the API answers it
  KEG_TOKEN        the access token of a brewer, in the environment: keg token
  --api URL        an HTTP API, here or in AWS; by default that of the cloud that runs, by its output ApiUrl
${cloudHelp}`,
  flags: { all: { type: 'boolean' }, flow: { type: 'string' }, json: { type: 'boolean' }, api: { type: 'string' }, ...cloudFlags },
  arguments: ['ACTION', '[ENTRY]'],
  async run(flags, [action = '', id], terminal) {
    const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (perform === undefined) throw new UsageError(`There is no "keg quarantine ${action}"; keg quarantine --help lists what there is.`)
    checkArguments(action, id, flags)
    const api = quarantineApi(await findApi(flags), process.env['KEG_TOKEN'])
    try {
      return await perform({ api, id, flags, terminal })
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error
      terminal.err(oneLine(error.message))
      return 1
    }
  },
}

function checkArguments(action: string, id: string | undefined, flags: Flags): void {
  const all = flags['all'] === true
  const isOfMany = action === 'list' || all
  if (all && action !== 'replay') throw new UsageError('--all is for replay.')
  if (!isOfMany && flags['flow'] !== undefined) throw new UsageError('--flow is for list and replay --all.')
  if (isOfMany === (id !== undefined)) throw new UsageError(`Usage: ${quarantine.usage}`)
}

async function list({ api, flags, terminal }: Asked): Promise<number> {
  let seen = 0
  for await (const each of ofFlow(api, flags)) {
    seen += 1
    terminal.out(flags['json'] === true ? JSON.stringify(each) : lineOf(each))
  }
  if (seen === 0) terminal.err('Nothing is in quarantine.')
  return 0
}

async function show({ api, id = '', flags, terminal }: Asked): Promise<number> {
  const entry = await api.show(id)
  terminal.out(flags['json'] === true ? JSON.stringify(entry) : told(entry))
  return 0
}

async function replay({ api, id, flags, terminal }: Asked): Promise<number> {
  if (id !== undefined) {
    tellReplayed(await api.replay(id), flags, terminal)
    return 0
  }
  // The whole list first: entries leave it as they are replayed.
  const ids: string[] = []
  for await (const { quarantineId } of ofFlow(api, flags)) ids.push(quarantineId)
  let code = 0
  for (const each of ids) {
    const refused = await api.replay(each).then((answer) => tellReplayed(answer, flags, terminal), (error: unknown) => error)
    if (refused === undefined) continue
    if (!(refused instanceof ApiRefusal)) throw refused
    terminal.err(oneLine(refused.message))
    code = 1
  }
  if (ids.length === 0) terminal.err('Nothing is in quarantine.')
  return code
}

function tellReplayed(answer: { readonly quarantineId: string; readonly flow: string }, flags: Flags, terminal: Terminal): void {
  terminal.out(flags['json'] === true ? JSON.stringify(answer) : oneLine(`${answer.quarantineId} goes to ${answer.flow} again`))
}

async function* ofFlow(api: QuarantineApi, flags: Flags): AsyncGenerator<Entry> {
  const flow = textFlag(flags, 'flow')
  for await (const each of api.list()) if (flow === undefined || each.flow === flow) yield each
}

const time = (atMs: number): string => new Date(atMs).toISOString()

const lineOf = ({ quarantineId, flow, receivedAtMs, topic, volumeMl, reason }: Entry): string =>
  oneLine([quarantineId, time(receivedAtMs), flow, topic, ...(volumeMl === undefined ? [] : [`${volumeMl} ml`]), reason].join('  '))

/** Member by member, and the bytes as text where they are some. */
function told({ payloadBase64, receivedAtMs, replayedAtMs, volumeMl, state, ...rest }: Entry): string {
  const { quarantineId, flow, reason, topic, clientId, batchTopic, failures = 1, bookedAs } = rest
  const members = {
    entry: quarantineId, flow, state: state ?? 'open', reason, failures, topic, client: clientId, batch: batchTopic, received: time(receivedAtMs),
    volume: volumeMl === undefined ? undefined : `${volumeMl} ml`, replayed: replayedAtMs === undefined ? undefined : time(replayedAtMs),
    'booked as': bookedAs, payload: textOf(payloadBase64),
  }
  return Object.entries(members)
    .flatMap(([name, value]) => (value === undefined ? [] : [oneLine(`${name.padEnd(9)}  ${value}`)]))
    .join('\n')
}

function textOf(payloadBase64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(payloadBase64, 'base64'))
  } catch {
    return `${payloadBase64} (base64: no text)`
  }
}
