import type { Route, RouteAnswer } from '@keg/flows/routes'
import type { ChangeLog } from '@keg/store'
import { createHash } from 'node:crypto'
import type { Person } from '../people/person.ts'
import type { Refuse } from './route.ts'

/** What {@link once} needs to know requests again. */
export interface OncePorts {
  readonly log: ChangeLog
  readonly nowMs: () => number
}

/** A request that may come again. */
export interface OnceRequest {
  /** Absent = it is one of its own, and is done. */
  readonly key: string | undefined
  /** Who sends it: people don't share keys. */
  readonly person: Pick<Person, 'subject'>
  /** All that tells it apart from others. */
  readonly parts: readonly unknown[]
  readonly refuse: Refuse<'conflict'>
}

/**
 * What a request was given as it was begun first, and is given each time that it is begun again under its key, as the id of what it makes.
 * Without a key, what is given now.
 */
export type First = (given: string) => Promise<string>

/**
 * Does a request once for its key, and answers the same each time, for as long as the log is kept. One that failed, or was killed, is done
 * again, and so may two be that come at the same moment. Another request under the same key is refused with `conflict`.
 */
export async function once<R extends Route>(
  route: R, { log, nowMs }: OncePorts, { key, person, parts, refuse }: OnceRequest, work: (first: First) => Promise<RouteAnswer<R>>,
): Promise<RouteAnswer<R>> {
  if (key === undefined) return work(async (given) => given)
  const job = `request ${person.subject} ${route.method} ${route.path}`
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  const { plan, outcome } = await log.plan(job, key, hash, nowMs())
  if (plan !== hash) throw refuse('conflict', `The Idempotency-Key ${key} was sent with another request; each has its own.`)
  if (outcome !== undefined) return JSON.parse(outcome)
  const answer = await work(async (given) => (await log.plan(`${job} first`, key, given, nowMs())).plan)
  await log.settle(job, key, JSON.stringify(answer))
  return answer
}
