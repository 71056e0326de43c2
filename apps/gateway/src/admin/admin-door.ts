import { parseJson } from '@keg/message-schemas'
import { kegOrder, levelName, settings, type KegOrder, type PartialSettings } from '@keg/message-schemas/keg'
import { Digest } from '@keg/mqtt-broker'
import * as z from 'zod'
import type { AdminToken } from './admin-token.ts'

/** What can be done from the status page. */
export interface AdminActs {
  /** Whether the keg is one of this gateway's. */
  knows(kegId: string): boolean
  /** Sends a command; resolves with its id once it is on the disk, or with nothing where the keg has no session that would get it. */
  command(kegId: string, order: KegOrder, expiresInSec: number): Promise<string | undefined>
  /** Sets settings; resolves once they are on the disk. */
  wish(kegId: string, desired: PartialSettings): Promise<void>
}

/** A line of the audit: who did or tried what, when, and what came of it. */
export interface AuditLine {
  readonly at: string
  readonly who: string
  readonly what: string
  readonly outcome: string
}

export interface AdminDoorParts {
  readonly token: AdminToken
  readonly acts: AdminActs
  /** Appends a line that lasts. Throws where the disk fails: then nothing is done. */
  readonly audit: (line: AuditLine) => void
  readonly nowMs: () => number
}

/** The head of a request, as far as it matters here. */
export interface RequestHead {
  readonly method: string
  readonly path: string
  readonly host: string
  readonly origin?: string | undefined
  readonly fetchSite?: string | undefined
  readonly authorization?: string | undefined
  readonly contentType?: string | undefined
}

export interface AdminAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** What a body may have, in bytes. */
export const MAX_BODY_BYTES = 4_096

const commandBody = z.strictObject({ kegId: levelName, order: kegOrder, expiresInSec: z.int().min(1).max(3_600).default(60) })
const { targetCelsius, valve, intervalSec } = settings.shape
const settingsBody = z.strictObject({
  kegId: levelName,
  desired: z.strictObject({ targetCelsius, valve, intervalSec })
    .partial()
    .refine((desired) => Object.keys(desired).length > 0, 'expected a setting'),
})

/** Takes commands and settings from who has the token: each is looked at, written into the audit, and done. */
export class AdminDoor {
  readonly #parts: AdminDoorParts
  /** Of what is refused one line a second is written: nobody fills the disk by knocking. */
  readonly #refused: Digest<[what: string, why: string]>

  constructor(parts: AdminDoorParts) {
    this.#parts = parts
    this.#refused = new Digest(parts.nowMs, (count, what, why) =>
      this.#tryAudit('nobody', what, `refused: ${why}${count === 1 ? '' : ` (${count} such requests)`}`))
  }

  static serves(path: string): boolean {
    return path === '/commands' || path === '/settings'
  }

  /** What is wrong with a request by its head alone; `undefined` = nothing, and its body may be read. */
  refusal(head: RequestHead): AdminAnswer | undefined {
    const refused = this.#refusalOf(head)
    if (refused !== undefined) this.#refused.add(`${head.method} ${head.path}`, String(refused.body['error']))
    return refused
  }

  /** Does what a request asks for whose head was let through; without `payload` it was larger than {@link MAX_BODY_BYTES}. */
  async act(path: string, payload: Uint8Array | undefined): Promise<AdminAnswer> {
    if (payload === undefined) return this.#unusable(path, 413, `A body may have ${MAX_BODY_BYTES} bytes.`)
    const json = parseJson(payload)
    if (!json.ok) return this.#unusable(path, 400, json.reason)
    return path === '/commands' ? this.#command(json.value) : this.#settings(json.value)
  }

  #refusalOf({ method, path, host, origin, fetchSite, authorization, contentType }: RequestHead): AdminAnswer | undefined {
    if (method !== 'POST') return { ...refuse(405, `${path} takes POST alone.`), headers: { allow: 'POST' } }
    // A browser names the page that asks; a program has none.
    if (origin !== undefined && origin !== `http://${host}`) return refuse(403, `A page of ${origin} may not command here.`)
    if (fetchSite !== undefined && fetchSite !== 'same-origin') return refuse(403, 'A page of another site may not command here.')
    if (!this.#parts.token.isIn(authorization))
      return { ...refuse(401, 'The token of the administrator is missing or wrong.'), headers: { 'www-authenticate': 'Bearer' } }
    if (!/^application\/json *(;|$)/i.test(contentType ?? '')) return refuse(415, 'The body is to be application/json.')
    return undefined
  }

  async #command(value: unknown): Promise<AdminAnswer> {
    const parsed = commandBody.safeParse(value)
    if (!parsed.success) return this.#unusable('/commands', 400, z.prettifyError(parsed.error))
    const { kegId, order, expiresInSec } = parsed.data
    const what = `command ${kegId} ${JSON.stringify(order)}`
    return this.#audited(kegId, what, async () => {
      const commandId = await this.#parts.acts.command(kegId, order, expiresInSec)
      return commandId === undefined
        ? refuse(409, `${kegId} has no session here that would get a command: it has to connect first.`)
        : { status: 202, body: { commandId } }
    })
  }

  async #settings(value: unknown): Promise<AdminAnswer> {
    const parsed = settingsBody.safeParse(value)
    if (!parsed.success) return this.#unusable('/settings', 400, z.prettifyError(parsed.error))
    const { kegId, desired } = parsed.data
    return this.#audited(kegId, `settings ${kegId} ${JSON.stringify(desired)}`, async () => {
      await this.#parts.acts.wish(kegId, defined(desired))
      return { status: 202, body: {} }
    })
  }

  #unusable(path: string, status: number, why: string): AdminAnswer {
    this.#tryAudit(this.#parts.token.name, `POST ${path}`, `refused: ${why}`)
    return refuse(status, why)
  }

  async #audited(kegId: string, what: string, act: () => Promise<AdminAnswer>): Promise<AdminAnswer> {
    const who = this.#parts.token.name
    if (!this.#parts.acts.knows(kegId)) {
      this.#tryAudit(who, what, 'refused: no keg of this gateway')
      return refuse(404, `${kegId} is no keg of this gateway.`)
    }
    // Before it is done: what leaves no trace is not done.
    if (!this.#tryAudit(who, what, 'accepted')) return refuse(503, 'The audit can not be written, so nothing was done.')
    try {
      const answer = await act()
      if (answer.status >= 400) this.#tryAudit(who, what, `failed: ${String(answer.body['error'])}`)
      return answer
    } catch (error) {
      this.#tryAudit(who, what, `failed: ${String(error)}`)
      return refuse(500, String(error))
    }
  }

  #tryAudit(who: string, what: string, outcome: string): boolean {
    try {
      this.#parts.audit({ at: new Date(this.#parts.nowMs()).toISOString(), who, what, outcome })
      return true
    } catch {
      return false
    }
  }
}

const refuse = (status: number, error: string): AdminAnswer => ({ status, body: { error } })
/** zod says of an optional member that it may be undefined, which none in JSON is. */
const defined = (desired: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(desired).filter(([, value]) => value !== undefined)) as PartialSettings
