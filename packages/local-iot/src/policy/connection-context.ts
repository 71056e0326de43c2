import type { PolicyCertificate, PolicyContext, PolicyThing } from './policy-context.ts'

/** The thing that a connection stands for: the exclusive one of its certificate, else the attached one of the client id's name. */
export function attachedThing(
  attached: Iterable<readonly [thingName: string, type: string]>, clientId: string | undefined,
): { thingName: string; exclusive: boolean } | undefined {
  const things = [...attached]
  const exclusive = things.find(([, type]) => type === 'EXCLUSIVE_THING')?.[0]
  if (exclusive !== undefined) return { thingName: exclusive, exclusive: true }
  return clientId !== undefined && things.some(([thingName]) => thingName === clientId)
    ? { thingName: clientId, exclusive: false }
    : undefined
}

/** What is known of who connects or sends a request. */
export interface Connection {
  readonly region: string
  readonly accountId: string
  readonly transport: 'mqtt' | 'https'
  readonly clientId?: string | undefined
  /** As {@link attachedThing} finds it. */
  readonly thing?: PolicyThing | undefined
  readonly certificate?: PolicyCertificate | undefined
  readonly sourceIp?: string | undefined
  readonly domainName?: string | undefined
}

/** What a CONNECT asks for; policies see it for iot:Connect alone. */
export type ConnectContext = Pick<PolicyContext, 'connectAttributes' | 'lastWillTopic'>

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/mqtt.html#connect-attribute */
export const connectContext = (
  { persistent, willTopic }: { readonly persistent: boolean; readonly willTopic: string | undefined },
): ConnectContext => ({
  connectAttributes: [...(persistent ? ['PersistentConnect'] : []), ...(willTopic === undefined ? [] : ['LastWill'])],
  lastWillTopic: willTopic,
})

/**
 * What policies see of a connection, whoever asks: the broker, the HTTPS endpoint, TestAuthorization and `keg policy explain`.
 * Over HTTPS there is neither client id nor thing.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
export function connectionContext({ transport, clientId, thing, ...rest }: Connection, connect: ConnectContext = {}): PolicyContext {
  return transport === 'https' ? rest : { ...rest, clientId, thing, isAttached: thing !== undefined, ...connect }
}
