/** One thing that is asked for: an action, as `dynamodb:PutItem`, on the ARN of a resource, or `*` for an action that takes none. */
export interface Access {
  readonly action: string
  readonly resource: string
}

/** A request as the table of its service sees it. */
export interface Asked {
  readonly method: string
  /** Of the URL, still encoded. */
  readonly path: string
  readonly query: URLSearchParams
  /** The operation that the `x-amz-target` header or the form's `Action` names; empty in REST protocols. */
  readonly operation: string
  /** The body where it is a JSON object or a form, else empty. */
  readonly input: Readonly<Record<string, unknown>>
}

/** How resources of this cloud are named. */
export interface Naming {
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  arn(service: string, resource: string): string
  /** The ARN of a secret by its name or parts of its ARN; `undefined` where there is none. */
  secretArn(id: string): string | undefined
}

/**
 * What a request asks for, in the words of the service's policies; `undefined` for a request that the table does not have.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export type AccessTable = (asked: Asked, naming: Naming) => readonly Access[] | undefined
