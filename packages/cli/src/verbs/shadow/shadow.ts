import { createShadowClient, ShadowError } from '@keg/shadow-client'
import { readJson } from '@keg/shadow-client/document'
import { httpTransport } from '@keg/shadow-client/http'
import { mqttJsTransport } from '@keg/shadow-client/mqttjs'
import { connectMqtt } from '../../core/connect-mqtt.ts'
import { coreFlags, coreHelp, reachCore, type ReachedCore } from '../../core/reach-core.ts'
import { countFlag, given, textFlag } from '../../flags.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'

interface Asked {
  readonly core: ReachedCore
  readonly thingName: string
  readonly flags: Flags
  readonly terminal: Terminal
}

const ACTIONS: Readonly<Record<string, (asked: Asked, state: string | undefined) => Promise<number>>> = { get, update, watch }

/** `keg shadow get|update|watch THING`: device shadows on the command line. */
export const shadow: Verb = {
  usage: `keg shadow get THING | update THING '{"desired":…}' | watch THING [--name SHADOW] [--core NAME | --aws | --endpoint URL]`,
  help: `Device shadows. Each answer is a line of JSON: {"version","desired","reported","delta"}.

  get THING            the shadow; exit code 1 when there is none
  update THING STATE   merges {"desired":{…}} and {"reported":{…}}; null deletes
  watch THING          the shadow now and whenever it changes, until Ctrl-C

  --name SHADOW      a named shadow instead of the classic one
  --if-version N     update: only while the shadow has this version
  --count N          watch: ends after N documents
${coreHelp}`,
  flags: { name: { type: 'string' }, 'if-version': { type: 'string' }, count: { type: 'string' }, ...coreFlags },
  arguments: ['ACTION', 'THING', '[STATE]'],
  async run(flags, [action = '', thingName = '', state], terminal) {
    const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (perform === undefined) throw new UsageError(`There is no "keg shadow ${action}"; keg shadow --help lists what there is.`)
    if ((state !== undefined) !== (action === 'update')) throw new UsageError(`Usage: ${shadow.usage}`)
    const core = await reachCore(flags)
    try {
      return await perform({ core, thingName, flags, terminal }, state)
    } catch (error) {
      if (!(error instanceof ShadowError)) throw error
      terminal.err(
        `${error.code}: ${error.message}${error.currentVersion === undefined ? '' : ` (the shadow has version ${error.currentVersion})`}`,
      )
      return 1
    } finally {
      core.data.destroy()
    }
  },
}

const idOf = ({ thingName, flags }: Asked) => ({ thingName, ...given({ shadowName: textFlag(flags, 'name') }) })

async function get(asked: Asked): Promise<number> {
  await using client = createShadowClient({ ...idOf(asked), transport: httpTransport(asked.core.data, { parse: readJson }) })
  const snapshot = await client.get()
  if (snapshot === undefined) {
    asked.terminal.err(`${asked.thingName} has no such shadow.`)
    return 1
  }
  asked.terminal.out(JSON.stringify(snapshot))
  return 0
}

async function update(asked: Asked, text = ''): Promise<number> {
  const { desired, reported, ...rest } = stateOf(text)
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined || (desired === undefined && reported === undefined))
    throw new UsageError(`STATE has "desired" and "reported", not ${unknown ?? 'nothing'}.`)
  const version = countFlag(asked.flags, 'if-version')
  // One request for both halves, which the client has no method for: it is a device's or an app's, not both.
  const reply = await httpTransport(asked.core.data).request(
    { kind: 'update', ...idOf(asked) },
    { state: { ...given({ desired, reported }) }, ...given({ version }) },
    { signal: new AbortController().signal },
  )
  if (reply.rejected !== undefined) {
    asked.terminal.err(`${reply.rejected.code}: ${reply.rejected.message}`)
    return 1
  }
  return get(asked)
}

interface State {
  readonly desired?: Parameters<ReturnType<typeof httpTransport>['request']>[1]
  readonly reported?: State['desired']
}

function stateOf(text: string): State {
  try {
    const value = readJson(text)
    // What the members hold is the service's to check.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as State
  } catch {
    // Told below, like JSON that is no object.
  }
  throw new UsageError(`STATE is a JSON object such as {"desired":{"targetCelsius":4}}, not ${text}`)
}

async function watch(asked: Asked): Promise<number> {
  const { core, flags, terminal } = asked
  const count = countFlag(flags, 'count') ?? Number.POSITIVE_INFINITY
  const mqtt = await connectMqtt(core)
  const ended = new AbortController()
  let lost = false
  mqtt.once('close', () => {
    lost = !ended.signal.aborted
    ended.abort()
  })
  void terminal.untilInterrupted().then(() => ended.abort())
  await using client = createShadowClient({
    ...idOf(asked), transport: mqttJsTransport(mqtt), onError: ({ code, message }) => terminal.err(`${code}: ${message}`),
  })
  let seen = 0
  for await (const snapshot of client.watch({ signal: ended.signal })) {
    terminal.out(JSON.stringify(snapshot ?? null))
    seen += 1
    if (seen === count) break
  }
  ended.abort()
  await mqtt.endAsync(true)
  if (lost) terminal.err('The connection was lost.')
  return lost ? 1 : 0
}
