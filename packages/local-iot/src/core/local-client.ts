import { awsIotLimits, expiresAt } from '@keg/mqtt-broker'
import { parseTopicFilter, parseTopicName } from '@keg/mqtt-topics'
import { LocalIotError } from '../errors/local-iot-error.ts'
import type { LocalIot } from './local-iot.ts'
import { callOperation } from '../operations/call.ts'
import type { IotCore } from '../operations/iot-core.ts'

type LocalClient = Pick<LocalIot, 'call' | 'usage' | 'meter' | 'publish' | 'why' | 'whyInGroup' | 'subscribe' | 'close' | typeof Symbol.asyncDispose>

/** The part of a {@link LocalIot} that works in this process; `release` ends what lies around the core. */
export function localClient(core: IotCore, release: () => Promise<void>): LocalClient {
  const { broker, rules, destinations, jobs, provisioning, state } = core
  let closed: Promise<void> | undefined
  const shutDown = async () => {
    core.commands.close()
    core.dynamicGroups.close()
    await core.fleetMetrics.close()
    jobs.close()
    core.registrationTasks.close()
    core.otaUpdates.close()
    core.detector.close()
    core.auditor.close()
    await core.background.close()
    await broker.close()
    await rules.close()
    await destinations.close()
    provisioning.close()
    await release()
  }
  const close = () => (closed ??= shutDown())
  const checkOpen = () => {
    if (closed !== undefined) throw new LocalIotError('CLOSED', 'This local AWS IoT Core is closed.')
  }
  return {
    async call(operation, input) {
      checkOpen()
      // The operation's own handler gives the output of its name.
      return (await callOperation(operation, input, core)) as never
    },
    usage: () => core.meter.usage(),
    meter: () => core.meter.reading(),
    async publish(topic, payload, { qos = 0, retain = false, properties, messageExpirySec } = {}) {
      checkOpen()
      const bytes = checkedPayload(topic, payload)
      const expiresAtMs = expiresAt(state.clock.nowMs(), messageExpirySec, awsIotLimits.maxMessageExpirySec)
      await broker.publish({ topic, payload: bytes, qos, retain, properties, expiresAtMs }, { hops: 0 })?.done
    },
    async why(topic, payload, options = {}) {
      checkOpen()
      const bytes = checkedPayload(topic, payload)
      const { why } = await import('./why.ts')
      return why(core, topic, bytes, options)
    },
    async whyInGroup(groupName, thingName) {
      checkOpen()
      const { whyInGroup } = await import('./why-in-group.ts')
      return whyInGroup(core, groupName, thingName)
    },
    subscribe(filter, handler) {
      checkOpen()
      return broker.subscribe(parseTopicFilter(filter).filter, handler)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** The payload's bytes; throws for a topic that nobody may publish to, and for a payload over 128 KB. */
function checkedPayload(topic: string, payload: Uint8Array | string): Uint8Array {
  parseTopicName(topic)
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
  const { maxPayloadBytes } = awsIotLimits
  if (bytes.length <= maxPayloadBytes) return bytes
  throw new LocalIotError('PAYLOAD_TOO_LARGE', `A payload has at most ${maxPayloadBytes} bytes; this one has ${bytes.length}.`)
}
