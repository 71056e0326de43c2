import { matchesTopicFilter } from '@keg/mqtt-topics'
import * as z from 'zod'
import { isAllowed, unauthorized } from '../authorization.ts'
import type { Components } from '../components.ts'
import { IpcError, serviceError } from '../ipc-error.ts'
import { operation, type Operation } from '../operation.ts'
import type { CloudLine, CloudMessage, Spooler } from '../spooler.ts'
import type { Stream } from '../stream.ts'

const SERVICE = 'aws.greengrass.ipc.mqttproxy'
const qos = z.enum(['0', '1']).transform((text) => (text === '1' ? 1 : 0) as 0 | 1)
const publication = z.object({
  topicName: z.string().min(1),
  qos,
  payload: z.base64().default(''),
  retain: z.boolean().optional(),
  userProperties: z.array(z.object({ key: z.string(), value: z.string() })).optional(),
  messageExpiryIntervalSeconds: z.number().optional(),
  correlationData: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))).optional(),
  responseTopic: z.string().optional(),
  payloadFormat: z.enum(['0', '1']).optional(),
  contentType: z.string().optional(),
})
const subscription = z.object({ topicName: z.string().min(1), qos })

export interface IotCoreParts {
  readonly components: Components
  readonly spooler: Spooler
  readonly line: CloudLine
}

/** The MQTT proxy: what components publish to AWS IoT Core, and hear of it. */
export function iotCoreOperations({ components, spooler, line }: IotCoreParts): Readonly<Record<string, Operation>> {
  const listeners = new Map<string, Set<Stream>>()
  const check = (component: string, name: string, resource: string) => {
    if (isAllowed(components.of(component).configuration, SERVICE, name, resource)) return
    // The proxy says it in front of what the nucleus says.
    const { body } = unauthorized(component, SERVICE, name, resource)
    throw new IpcError('UnauthorizedError', `Authorization failed with error ${String(body['message'])}`)
  }
  line.onMessage((message) => {
    for (const [filter, streams] of listeners)
      if (matchesTopicFilter(filter, message.topic)) for (const stream of streams) stream.send('IoTCoreMessage', { message: told(message) })
  })

  return {
    PublishToIoTCore:
      operation(publication, ({ topicName, qos: level, payload, retain, payloadFormat: _format, ...properties }, stream) => {
        check(stream.component, 'PublishToIoTCore', topicName)
        spooler.keep({ topic: topicName, qos: level, payload: Buffer.from(payload, 'base64'), retain, properties })
        stream.reply('PublishToIoTCoreResponse', {})
        spooler.answered()
      }),

    SubscribeToIoTCore: operation(subscription, async ({ topicName: filter, qos: level }, stream) => {
      check(stream.component, 'SubscribeToIoTCore', filter)
      const streams = listeners.get(filter) ?? new Set()
      listeners.set(filter, streams)
      stream.onEnd(() => {
        streams.delete(stream)
        if (streams.size > 0 || listeners.get(filter) !== streams) return
        listeners.delete(filter)
        line.unsubscribe(filter)
      })
      await line.subscribe(filter, level).catch((error: unknown) => {
        throw serviceError(`Subscribe to topic ${filter} failed with error ${String(error)}`)
      })
      stream.open('SubscribeToIoTCoreResponse', {})
      streams.add(stream)
    }),
  }
}

const told = ({ topic, payload, retain, properties: { correlationData, ...more } = {} }: CloudMessage) => ({
  topicName: topic,
  payload: Buffer.from(payload).toString('base64'),
  ...(retain === undefined ? {} : { retain }),
  ...more,
  ...(correlationData === undefined ? {} : { correlationData: Buffer.from(correlationData).toString('base64') }),
})
