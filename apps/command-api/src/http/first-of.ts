import type { Route } from '@keg/flows/routes'
import type { OncePorts } from './once.ts'

/**
 * What a request was given as it was begun first, and is given each time that it is begun again under its key, as the id of what it makes.
 * Without a key, what is given now.
 */
export async function firstOf(route: Route, { log, nowMs }: OncePorts, key: string | undefined, given: string): Promise<string> {
  if (key === undefined) return given
  return (await log.plan(`request ${route.method} ${route.path} first`, key, given, nowMs())).plan
}
