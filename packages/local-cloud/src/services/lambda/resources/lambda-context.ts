import type { ResourceContext } from '../../../ground/resource.ts'
import type { Lambda } from '../lambda.ts'

/** Where a resource is created that uses Lambda. */
export type LambdaContext = ResourceContext<{ readonly lambda: Lambda }>
