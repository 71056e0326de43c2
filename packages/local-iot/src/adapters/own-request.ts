import type { IotCore } from '../operations/iot-core.ts'
import type { HttpPeer } from './http-identity.ts'
import { answerWhy } from './why-request.ts'

type Answer = (core: IotCore, body: Uint8Array) => Promise<Uint8Array>

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['/__keg/why', answerWhy],
  ['/__keg/meter', async ({ meter }) => new TextEncoder().encode(JSON.stringify(meter.reading()))],
])

/** Ours, in a place where AWS has nothing; only on the port for signed requests: a device learns nothing of rules and bills. */
export const ownRequest = (method: string, { pathname }: URL, { tls }: HttpPeer): Answer | undefined =>
  method === 'POST' && tls === undefined ? ANSWERS.get(pathname) : undefined
