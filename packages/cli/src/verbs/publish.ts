import { buffer } from 'node:stream/consumers'
import { PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { coreFlags, coreHelp, reachCore } from '../core/reach-core.ts'
import { given, textFlag } from '../flags.ts'
import { UsageError, type Flags, type Verb } from '../verb.ts'

/** `keg publish TOPIC [PAYLOAD]`: one message, over HTTPS. */
export const publish: Verb = {
  usage: 'keg publish TOPIC [PAYLOAD] [--qos 0|1] [--retain] [--content-type TYPE] [--core NAME | --aws | --endpoint URL]',
  help: `Publishes one message. PAYLOAD is sent as it is; "-" sends what comes on stdin; without it the message is empty.

  --qos 0|1            1 by default: the command ends when the core has taken the message
  --retain             the core keeps it for who subscribes later
  --content-type TYPE  told to MQTT 5 subscribers
${coreHelp}`,
  flags: { qos: { type: 'string' }, retain: { type: 'boolean' }, 'content-type': { type: 'string' }, ...coreFlags },
  arguments: ['TOPIC', '[PAYLOAD]'],
  async run(flags, [topic = '', payload = ''], terminal) {
    const qos = qosOf(flags)
    const { data } = await reachCore(flags)
    const bytes = payload === '-' ? await buffer(process.stdin) : Buffer.from(payload)
    await data.send(new PublishCommand({
      topic, qos, retain: flags['retain'] === true, payload: bytes, ...given({ contentType: textFlag(flags, 'content-type') }),
    }))
    data.destroy()
    terminal.err(`Published ${bytes.length} bytes to ${topic}.`)
    return 0
  },
}

function qosOf(flags: Flags): number {
  const text = textFlag(flags, 'qos') ?? '1'
  if (text !== '0' && text !== '1') throw new UsageError(`--qos takes 0 or 1, not "${text}".`)
  return Number(text)
}
