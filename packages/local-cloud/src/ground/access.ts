/**
 * A permission that a request needs: an action, for example `dynamodb:PutItem`, on the ARN of a resource, or on `*` where the action takes
 * no resource.
 */
export interface Access {
  readonly action: string
  readonly resource: string
}

/** The parts of a request that an access table reads. */
export interface Asked {
  /** The name that the request is signed for, as `iot-jobs-data`. */
  readonly service: string
  readonly method: string
  /** The path of the URL, still encoded. */
  readonly path: string
  readonly query: URLSearchParams
  /** The operation that the `x-amz-target` header or the form's `Action` names; empty in REST protocols. */
  readonly operation: string
  /** The body if it is a JSON object or a form; else empty. */
  readonly input: Readonly<Record<string, unknown>>
}

/** Builds the ARNs of resources in this cloud. */
export interface Naming {
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  arn(service: string, resource: string): string
  /** The ARN of a secret, found by its name or by parts of its ARN; `undefined` where there is no such secret. */
  secretArn(id: string): string | undefined
}

/**
 * Returns the permissions that a request needs; `undefined` for a request that the table does not know.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export type AccessTable = (asked: Asked, naming: Naming) => readonly Access[] | undefined
