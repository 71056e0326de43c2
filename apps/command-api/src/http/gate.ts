import type { Route } from '@keg/flows/routes'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { seesSite, type Person } from '../people/person.ts'
import { TokenRefused, type VerifyToken } from '../people/verify-token.ts'
import { Problem } from './problem.ts'

/** What is asked before a route does anything. */
export interface Gate {
  readonly verify: VerifyToken
}

/** What is asked before a route does anything about a keg. */
export interface KegGate extends Gate {
  /** The site at which the registry has a keg; `undefined` where it knows none, or no such keg. */
  readonly siteOf: (kegId: string) => Promise<string | undefined>
}

/** The gate of a route. */
export type GateOf<R extends Route> = R['access']['of'] extends 'keg' ? KegGate : Gate

/** What every route is handed that is not about one keg. */
export interface Gated {
  readonly gate: Gate
}

/** What every route is handed that is about one keg. */
export interface KegGated {
  readonly gate: KegGate
}

/** Who sends a request. Throws {@link Problem}: `unauthenticated`, or `forbidden` for who has no role. */
export async function personOf(event: Pick<APIGatewayProxyEventV2, 'headers'>, verify: VerifyToken): Promise<Person> {
  const token = /^Bearer +(\S+) *$/i.exec(event.headers?.['authorization'] ?? '')?.[1]
  if (token === undefined) throw new Problem('unauthenticated', 'The request has no access token: send Authorization: Bearer TOKEN.')
  try {
    return await verify(token)
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error
    if (error.code === 'NO_ROLE') throw new Problem('forbidden', error.message)
    throw new Problem('unauthenticated', `The access token is not taken. ${error.message}`, [], { cause: error })
  }
}

/** What of a request tells which sites it is about. */
export interface Asked {
  readonly params?: object
  readonly query?: object
}

/**
 * Lets somebody through to a route, or throws {@link Problem}: `forbidden`, or `not-found` for a keg that is not at a site of theirs, in
 * the words for one that there is not.
 */
export async function letThrough(
  { access }: Pick<Route, 'access'>, { params, query }: Asked, person: Person, gate: Gate | KegGate,
): Promise<void> {
  if (access.does === 'writes' && person.role === 'viewer') throw new Problem('forbidden', 'A viewer changes nothing.')
  if (person.sites === undefined) return
  if (access.of === 'fleet') throw new Problem('forbidden', 'This is for brewers: it is about all sites.')
  const siteId = textOf(params, 'siteId') ?? textOf(query, 'siteId')
  if (access.of === 'site' && siteId !== undefined && !seesSite(person, siteId))
    throw new Problem('forbidden', `${person.username} may not see the site ${siteId}.`)
  if (access.of !== 'keg') return
  const kegId = textOf(params, 'kegId') ?? ''
  if (!seesSite(person, 'siteOf' in gate ? await gate.siteOf(kegId) : undefined)) throw new Problem('not-found', `There is no keg ${kegId}.`)
}

const textOf = (part: object | undefined, name: string): string | undefined => {
  const value: unknown = new Map<string, unknown>(Object.entries(part ?? {})).get(name)
  return typeof value === 'string' ? value : undefined
}
