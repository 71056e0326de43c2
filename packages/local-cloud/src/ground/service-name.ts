/** The name of a service, by which other services refer to it. `Running` is the type of the started service. */
export interface ServiceName<Running> {
  readonly name: string
  /** Carries the type `Running`; there is never a value. */
  readonly running?: Running
}

/** Names a service. The name is in a file of its own, so that others can refer to the service without loading it. */
export function serviceName<Running>(name: string): ServiceName<Running> {
  return { name }
}

/** The services that something uses, by the names it has for them. */
export type Uses = Readonly<Record<string, ServiceName<unknown>>>

/** The same services, started. */
export type Used<Names extends Uses> = { readonly [Name in keyof Names]: Names[Name] extends ServiceName<infer Running> ? Running : never }
