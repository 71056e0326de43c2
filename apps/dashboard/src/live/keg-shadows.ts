import { ApiError } from '@keg/flows/client'
import type { Wish } from '@keg/flows/routes'
import { partialSettings, state, type PartialSettings } from '@keg/message-schemas/keg'
import {
  createShadowClient, shadowTopic, type JsonObject, type LiveShadowClient, type ShadowReply, type SubscribingTransport,
} from '@keg/shadow-client'
import * as z from 'zod'
import type { Api, KegSettings } from '../api/client.ts'

/** The kegs' shadows as a page has them: read from the `state` topic and the API, written by the API alone. */
export interface KegShadows {
  /** The shadow client of a keg; the same one each time. */
  of(kegId: string): LiveShadowClient<PartialSettings>
  /** Takes in a message of the line; what is no keg's state changes nothing. */
  receive(topic: string, payload: Uint8Array): void
  /** Told how the line stands: what was missed while it was away is read again. */
  setConnected(connected: boolean): void
}

type SettingsApi = Pick<Api, 'settings' | 'setSettings'>
type Handler = (topic: string, payload: Uint8Array) => void

/** Shadow clients over a transport of the page's own: it has no right to the topics of AWS IoT's shadows. */
export function createKegShadows(api: SettingsApi): KegShadows {
  const clients = new Map<string, LiveShadowClient<PartialSettings>>()
  const subscribers = new Map<string, Set<Handler>>()
  const listeners = new Set<(connected: boolean) => void>()
  let connected: boolean | undefined

  const transport: SubscribingTransport = {
    request: (operation, payload) => request(api, operation, payload),
    async subscribe(topics, handler) {
      for (const topic of topics) subscribers.set(topic, (subscribers.get(topic) ?? new Set()).add(handler))
      return { close: async () => topics.forEach((topic) => subscribers.get(topic)?.delete(handler)) }
    },
    onConnection(handler) {
      listeners.add(handler)
      // While nothing is known of the line, a client reads the API all the same.
      if (connected !== undefined) handler(connected)
      return () => listeners.delete(handler)
    },
  }
  return {
    of(kegId) {
      const client = clients.get(kegId)
        ?? createShadowClient<SubscribingTransport, PartialSettings>({ thingName: kegId, transport, schema: partialSettings })
      clients.set(kegId, client)
      return client
    },
    receive(topic, payload) {
      const decoded = state.topic.parse(topic) && state.decode(payload)
      if (!decoded?.ok) return
      const documents = `${shadowTopic({ thingName: decoded.value.kegId })}/update/documents`
      const message = new TextEncoder().encode(JSON.stringify({ current: documentOf(decoded.value) }))
      for (const handler of [...(subscribers.get(documents) ?? [])]) handler(documents, message)
    },
    setConnected(now) {
      connected = now
      for (const listener of [...listeners]) listener(now)
    },
  }
}

/** A request of a shadow client, asked of the API; its refusals become the service's. */
async function request(
  api: SettingsApi, { kind, thingName }: Parameters<SubscribingTransport['request']>[0], payload: JsonObject,
): Promise<ShadowReply> {
  try {
    if (kind === 'get') {
      const settings = await api.settings(thingName)
      return settings === undefined ? rejected(404, `No shadow exists with name: '${thingName}'`) : { accepted: documentOf(settings) }
    }
    const asked = update.safeParse(payload)
    if (kind !== 'update' || !asked.success) return rejected(405, 'A page asks for settings; it reports and deletes none.')
    const desired = wish.safeParse(asked.data.state.desired)
    if (!desired.success) return rejected(400, z.prettifyError(desired.error))
    const { version } = await api.setSettings(thingName, desired.data, asked.data.version)
    return { accepted: { state: { desired: desired.data }, version } }
  } catch (error) {
    // What HTTP calls a precondition that failed is a conflict to a shadow.
    if (error instanceof ApiError && error.status !== undefined) return rejected(error.status === 412 ? 409 : error.status, error.message)
    throw error
  }
}

/** A wish as far as its types go; whether the keg can have it, the API says. */
const wish = z.strictObject({ targetCelsius: z.number() }) satisfies z.ZodType<Wish>
/** An update is of one half. */
const update = z.object({ state: z.object({ desired: z.looseObject({}) }), version: z.int().optional() })

// Settings were JSON on their way here, so what is absent is not there at all.
const documentOf = ({ version, desired = {}, reported = {} }: KegSettings) => ({ version, state: { desired, reported } }) as JsonObject
const rejected = (code: number, message: string): ShadowReply => ({ rejected: { code, message } })
