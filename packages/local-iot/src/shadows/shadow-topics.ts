export type ShadowOperation = 'get' | 'update' | 'delete'

/** A thing's classic shadow, or the named one. */
export interface ShadowTarget {
  readonly thingName: string
  readonly shadowName?: string | undefined
}

const REQUEST = /^\$aws\/things\/([^/]+)\/shadow\/(?:name\/([^/]+)\/)?(get|update|delete)$/

/** What a message on this topic asks of which shadow; `undefined` when it is no request topic. */
export function shadowRequest(topic: string): { operation: ShadowOperation; target: ShadowTarget } | undefined {
  const [, thingName, shadowName, operation] = REQUEST.exec(topic) ?? []
  if (thingName === undefined || operation === undefined) return undefined
  // One of the three the expression names.
  return { operation: operation as ShadowOperation, target: { thingName, shadowName } }
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html#reserved-topics-shadow */
export function shadowTopic({ thingName, shadowName }: ShadowTarget, operation: ShadowOperation, kind: string): string {
  return `$aws/things/${thingName}/shadow/${shadowName === undefined ? '' : `name/${shadowName}/`}${operation}/${kind}`
}
