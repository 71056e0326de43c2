import { checkMessage } from '../operations/data/publish.ts'
import type { IotCore } from '../operations/iot-core.ts'
import { invalidRequest } from '../errors/service-exception.ts'
import type { WhyOptions } from '../rules/why-report.ts'
import { why } from '../core/why.ts'
import { whyInGroup } from '../core/why-in-group.ts'

/** Answers `{ topic, payloadBase64, clientId?, qos?, dryRun? }` with a report as JSON. Throws ServiceException. */
export async function answerWhy(core: IotCore, body: Uint8Array): Promise<Uint8Array> {
  const { topic, payload, options } = parseRequest(body)
  checkMessage(topic, payload)
  return new TextEncoder().encode(JSON.stringify(await why(core, topic, payload, options)))
}

/** Answers `{ groupName, thingName }` with a report as JSON. Throws ServiceException. */
export async function answerGroupWhy(core: IotCore, body: Uint8Array): Promise<Uint8Array> {
  const { groupName, thingName } = jsonObject(body)
  if (typeof groupName !== 'string' || typeof thingName !== 'string') throw invalidRequest('groupName and thingName are text')
  return new TextEncoder().encode(JSON.stringify(whyInGroup(core, groupName, thingName)))
}

function parseRequest(body: Uint8Array): { topic: string; payload: Uint8Array; options: WhyOptions } {
  const { topic, payloadBase64, clientId, qos = 0, dryRun = false } = jsonObject(body)
  if (typeof topic !== 'string' || typeof payloadBase64 !== 'string') throw invalidRequest('topic and payloadBase64 are text')
  if (clientId !== undefined && typeof clientId !== 'string') throw invalidRequest('clientId is text')
  if ((qos !== 0 && qos !== 1) || typeof dryRun !== 'boolean') throw invalidRequest('qos is 0 or 1, dryRun true or false')
  return {
    topic, payload: new Uint8Array(Buffer.from(payloadBase64, 'base64')),
    options: { qos, dryRun, ...(clientId === undefined ? {} : { clientId }) },
  }
}

function jsonObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    // Any member of an object may be asked for.
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Answered below, like JSON that is no object.
  }
  throw invalidRequest('The request body is not a JSON object')
}
