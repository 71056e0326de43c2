/** The name of a service, by which others say that they use it: `Running` is what it is once it has started. */
export interface ServiceName<Running> {
  readonly name: string
  /** For types alone: nothing is there. */
  readonly running?: Running
}

/** Names a service. It stands in a file of its own, so that whoever uses the service need not load it. */
export function serviceName<Running>(name: string): ServiceName<Running> {
  return { name }
}

/** Services that something uses, each by the name that it has for it. */
export type Uses = Readonly<Record<string, ServiceName<unknown>>>

/** Those services, started. */
export type Used<Names extends Uses> = { readonly [Name in keyof Names]: Names[Name] extends ServiceName<infer Running> ? Running : never }
