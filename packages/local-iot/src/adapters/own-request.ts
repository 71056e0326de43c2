import type { IotCore } from '../operations/iot-core.ts'
import type { HttpPeer } from './http-identity.ts'

type Answer = (core: IotCore, body: Uint8Array) => Promise<Uint8Array>

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['/__keg/why', async (...asked) => (await import('./why-request.ts')).answerWhy(...asked)],
  ['/__keg/group-why', async (...asked) => (await import('./why-request.ts')).answerGroupWhy(...asked)],
  ['/__keg/meter', async ({ meter }) => new TextEncoder().encode(JSON.stringify(meter.reading()))],
])

/** Where reports of registration tasks are: like presigned URLs in AWS, they are for whoever has them. */
export const REPORTS_PATH = '/__keg/registration-reports/'

/** The report that a URL is of; `undefined` for other URLs, and where there is none. */
export function reportAt(method: string, { pathname }: URL, { registrationTasks }: IotCore): Uint8Array | undefined {
  if (method !== 'GET' || !pathname.startsWith(REPORTS_PATH)) return undefined
  const [token = '', type] = pathname.slice(REPORTS_PATH.length).split('/')
  const report = type === 'RESULTS' || type === 'ERRORS' ? registrationTasks.report(token, type) : undefined
  return report === undefined ? undefined : new TextEncoder().encode(report)
}

/** Ours, in a place where AWS has nothing; only on the port for signed requests: a device learns nothing of rules and bills. */
export const ownRequest = (method: string, { pathname }: URL, { tls }: HttpPeer): Answer | undefined =>
  method === 'POST' && tls === undefined ? ANSWERS.get(pathname) : undefined
