import { operation } from '../operation.ts'
import { notFound } from '../../errors/service-exception.ts'

export const getRetainedMessage = operation('GetRetainedMessage', ({ topic }, { state, broker }) => {
  const retained = broker.retained.get(topic, state.clock.nowMs())
  if (retained === undefined) throw notFound(`No retained message exists for topic ${topic}`)
  const { message: { payload, qos, properties }, lastModifiedMs } = retained
  const userProperties = Object.entries(properties?.userProperties ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ [name]: one })))
  return {
    topic, payload, qos, lastModifiedTime: lastModifiedMs,
    userProperties: userProperties.length === 0 ? undefined : new TextEncoder().encode(JSON.stringify(userProperties)),
  }
})
