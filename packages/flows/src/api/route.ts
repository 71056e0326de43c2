import type * as z from 'zod'
import type { ProblemKind } from './problem.ts'

/** What a route's handler may touch; the stack grants it that and no more. */
export type Grant =
  | 'readStore' | 'keepRequests' | 'readReadings' | 'readPresence' | 'readShadow' | 'writeShadow' | 'readRegistry' | 'replay' | 'endSwaps'
  | 'writeCommands' | 'publishCommands' | 'countKegs' | 'searchKegs' | 'readPolicies' | 'listJobs' | 'readJobs' | 'cancelJobs'
  | 'readViolations' | 'readGroups' | 'revokeKegs' | 'disconnectKegs'

/**
 * What a route reads or writes, and of which sites: of every one (`fleet`), of the one that path or query name, else of each that the
 * caller may see (`site`), of the one where the registry has the keg of the path (`keg`), or of none (`caller`). Who may not gets a
 * problem: `forbidden`, or `not-found` where there might be such a keg at a site that he may not see.
 */
export interface Access {
  readonly does: 'reads' | 'writes'
  readonly of: 'fleet' | 'site' | 'keg' | 'caller'
}

/**
 * One route of the HTTP API, as who answers it and who calls it have it: its handler is `apps/command-api/src/handlers/{handler}.ts`.
 * A part of the request that has no schema is not looked at.
 */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly path: `/${string}`
  readonly handler: string
  readonly grants: readonly Grant[]
  readonly access: Access
  /** One sentence, for the API's document. */
  readonly summary: string
  /** What stands in the path's braces, by name. */
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** By names in lower case. */
  readonly headers?: z.ZodObject
  readonly body?: z.ZodType
  /** What it answers where all went well. */
  readonly answer: { readonly status: 200 | 202; readonly schema: z.ZodType }
  /** What it refuses with, beside what each route does. */
  readonly problems: readonly ProblemKind[]
}

/** Declares a route, and keeps the types of its parts. */
export const apiRoute = <const R extends Route>(route: R): R => route

/** The parts of a request. */
export type Part = 'params' | 'query' | 'headers' | 'body'

/** A part of a request to a route as it is sent; `never` where the route takes none. */
export type PartInput<R extends Route, P extends Part> = R extends Readonly<Record<P, infer Schema extends z.ZodType>>
  ? z.input<Schema>
  : never

/** A request to a route as its handler gets it: the parts that the route takes. */
export type RouteRequest<R extends Route> = {
  readonly [P in Part as R extends Readonly<Record<P, z.ZodType>> ? P : never]: R extends Readonly<Record<P, infer S extends z.ZodType>>
    ? z.output<S>
    : never
}

/** What a route answers, where all went well. */
export type RouteAnswer<R extends Route> = Frozen<z.input<R['answer']['schema']>>

/** A value that nobody changes, at any depth. */
export type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object ? { readonly [Key in keyof Value]: Frozen<Value[Key]> } : Value
