import { parseTopicFilter, TopicError } from '@keg/mqtt-topics'
import type { IPublishPacket } from 'mqtt'
import { connectMqtt } from '../core/connect-mqtt.ts'
import { coreFlags, coreHelp, reachCore } from '../core/reach-core.ts'
import { countFlag } from '../flags.ts'
import { oneLine } from '../printable.ts'
import { UsageError, type Verb } from '../verb.ts'

/** `keg subscribe FILTER`: every message that comes, until interrupted. */
export const subscribe: Verb = {
  usage: 'keg subscribe FILTER [--json] [--count N] [--core NAME | --aws | --endpoint URL]',
  help: `Prints every message that is published to FILTER, until Ctrl-C: its topic and its payload as text, control characters escaped.

  --json     a line of JSON for each: {"topic","payload" or "payloadBase64","qos","retain"} and what MQTT 5 carries along
  --count N  ends after N messages
${coreHelp}`,
  flags: { json: { type: 'boolean' }, count: { type: 'string' }, ...coreFlags },
  arguments: ['FILTER'],
  async run(flags, [filter = ''], terminal) {
    checkFilter(filter)
    const count = countFlag(flags, 'count') ?? Number.POSITIVE_INFINITY
    const core = await reachCore(flags)
    const client = await connectMqtt(core)
    const ended = new Promise<number>((resolve) => {
      let seen = 0
      client.on('message', (topic, payload, packet) => {
        if (seen === count) return
        terminal.out(flags['json'] === true ? JSON.stringify(messageOf(topic, payload, packet)) : oneLine(`${topic} ${payload.toString()}`))
        seen += 1
        if (seen === count) resolve(0)
      })
      client.once('close', () => {
        terminal.err('The connection was lost.')
        resolve(1)
      })
    })
    const [granted] = await client.subscribeAsync(filter, { qos: 1 })
    terminal.err(`Subscribed to ${granted?.topic ?? filter}. Ctrl-C ends it.`)
    const code = await Promise.race([ended, terminal.untilInterrupted().then(() => 0)])
    client.removeAllListeners('close')
    await client.endAsync(true)
    core.data.destroy()
    return code
  },
}

function checkFilter(filter: string): void {
  try {
    parseTopicFilter(filter)
  } catch (error) {
    if (error instanceof TopicError) throw new UsageError(`"${filter}" is no topic filter: ${error.message}`)
    throw error
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function messageOf(topic: string, payload: Buffer, { qos, retain, properties = {} }: IPublishPacket): object {
  const { contentType, responseTopic, correlationData, userProperties } = properties
  return {
    topic, ...bodyOf(payload), qos, retain, contentType, responseTopic, correlationData: correlationData?.toString('base64'),
    userProperties,
  }
}

/** As text where it is some. */
function bodyOf(payload: Buffer): object {
  try {
    return { payload: utf8.decode(payload) }
  } catch {
    return { payloadBase64: payload.toString('base64') }
  }
}
