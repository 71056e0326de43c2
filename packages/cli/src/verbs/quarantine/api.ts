import * as z from 'zod'

/** An entry of the quarantine, as the HTTP API answers it; more members may come. */
export const entry = z.looseObject({
  quarantineId: z.string(),
  flow: z.string().default('pours'),
  reason: z.string(),
  topic: z.string(),
  receivedAtMs: z.number(),
  payloadBase64: z.string(),
  clientId: z.string().optional(),
  batchTopic: z.string().optional(),
  volumeMl: z.number().optional(),
  failures: z.number().optional(),
  state: z.string().optional(),
  replayedAtMs: z.number().optional(),
  bookedAs: z.string().optional(),
})
export type Entry = z.infer<typeof entry>

const page = z.object({ items: z.array(entry), cursor: z.string().optional() })
const replayed = z.looseObject({ quarantineId: z.string(), flow: z.string() })

/** What the HTTP API refused, or did not answer: one line. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
}

/** The quarantine behind an HTTP API. Its methods reject with {@link ApiRefusal}. */
export interface QuarantineApi {
  /** The open entries, newest first. */
  list(): AsyncGenerator<Entry>
  show(id: string): Promise<Entry>
  replay(id: string): Promise<z.infer<typeof replayed>>
}

/** The quarantine at `apiUrl`. */
export function quarantineApi(apiUrl: string): QuarantineApi {
  const base = apiUrl.replace(/\/$/, '')
  return {
    async* list() {
      let cursor: string | undefined
      do {
        const query = new URLSearchParams({ limit: '100', ...(cursor === undefined ? {} : { cursor }) })
        const answer: z.infer<typeof page> = await ask(base, 'GET', `/quarantine?${query}`, page)
        yield* answer.items
        cursor = answer.cursor
      } while (cursor !== undefined)
    },
    show: (id) => ask(base, 'GET', `/quarantine/${encodeURIComponent(id)}`, entry),
    replay: (id) => ask(base, 'POST', `/quarantine/${encodeURIComponent(id)}/replay`, replayed),
  }
}

async function ask<Schema extends z.ZodType>(base: string, method: string, path: string, schema: Schema): Promise<z.output<Schema>> {
  const answer = await fetch(`${base}${path}`, { method }).catch((cause: unknown) => {
    throw new ApiRefusal(`No API answers at ${base}; name another by --api URL.`, { cause })
  })
  // Something else than the API may answer there.
  const json: unknown = await answer.json().catch(() => undefined)
  const problem = z.object({ detail: z.string() }).safeParse(json)
  if (!answer.ok) throw new ApiRefusal(problem.success ? problem.data.detail : `${method} ${path} answered ${answer.status} at ${base}.`)
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new ApiRefusal(`What answers at ${base} is not the API: ${method} ${path} has no such answer.`)
  return parsed.data
}
