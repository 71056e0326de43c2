import {
  EVERY_ROUTES_PROBLEMS, problem, PROBLEMS, problemType, type ProblemKind, type Route,
} from '@keg/flows/routes'
import * as z from 'zod'
import { createDocument, type CreateDocumentOptions, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'

const INFO = {
  title: 'Keg',
  version: '1',
  description: 'Reads the ledger, commands kegs. Times are epoch milliseconds; more members may come to answers.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

/** The OpenAPI 3.1 document of routes; `x-keg-access` says what each reads or writes of which sites. */
export function openApiDocument(routes: readonly Route[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) }
  return createDocument({
    openapi: '3.1.1', info: INFO, servers: [{ url: '/' }], security: [{ accessToken: [] }], components: SECURITY,
    paths: paths satisfies ZodOpenApiPathsObject,
  }, OPTIONS)
}

const SECURITY = {
  securitySchemes: {
    accessToken: {
      type: 'http', scheme: 'bearer', bearerFormat: 'JWT',
      description: 'An access token of the user pool; its groups are a role (`brewer`, `keeper`, `viewer`) and sites (`site:berlin`).',
    },
  },
} as const

const OPTIONS: CreateDocumentOptions = {
  // An answer may come to have more members.
  override: ({ jsonSchema, zodSchema: { _zod: { def } }, io }) => {
    if (io === 'output' && def.type === 'object') delete jsonSchema.additionalProperties
  },
}

function operationOf({ handler, summary, access, params, query, headers, body, answer, problems }: Route): ZodOpenApiOperationObject {
  const refusals = [...new Set<ProblemKind>([...EVERY_ROUTES_PROBLEMS, ...(access.of === 'keg' ? ['not-found'] as const : []), ...problems])]
  return {
    operationId: handler.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    'x-keg-access': access,
    requestParams: { ...(params && { path: params }), ...(query && { query }), ...(headers && { header: headers }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [answer.status]: { description: answer.status === 202 ? 'Accepted' : 'OK', content: { 'application/json': { schema: answer.schema } } },
      ...Object.fromEntries(refusals.map((kind) => [String(PROBLEMS[kind].status), {
        description: PROBLEMS[kind].says, content: { 'application/problem+json': { schema: problemSchemas[kind] } },
      }])),
    },
  }
}

const problemOf = (kind: ProblemKind) => problem
  .extend({ type: z.literal(problemType(kind)), status: z.literal(PROBLEMS[kind].status) })
  .meta({ id: `Problem-${kind}`, description: PROBLEMS[kind].says })

// Each once, so that the document has it once.
const problemSchemas: Readonly<Record<ProblemKind, z.ZodType>> = {
  'invalid-request': problemOf('invalid-request'),
  unauthenticated: problemOf('unauthenticated'),
  forbidden: problemOf('forbidden'),
  'not-found': problemOf('not-found'),
  conflict: problemOf('conflict'),
  'precondition-failed': problemOf('precondition-failed'),
  'body-too-large': problemOf('body-too-large'),
  'precondition-required': problemOf('precondition-required'),
  failed: problemOf('failed'),
}
