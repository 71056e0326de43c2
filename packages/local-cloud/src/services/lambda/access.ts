import type { Access } from '../../ground/access.ts'
import type { AccessTable, Naming } from '../../ground/access.ts'

const invocation = /^\/(?:2015-03-31|2021-11-15)\/functions\/([^/]+)\/(?:response-streaming-)?invocations\/?$/

/** Operations that tell of a function, by how their paths go on behind its name. */
const telling: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'GetFunction'],
  [/^\/configuration$/, 'GetFunctionConfiguration'],
  [/^\/versions$/, 'ListVersionsByFunction'],
  [/^\/aliases$/, 'ListAliases'],
  [/^\/aliases\/[^/]+$/, 'GetAlias'],
  [/^\/policy$/, 'GetPolicy'],
  [/^\/url$/, 'GetFunctionUrlConfig'],
  [/^\/event-invoke-config$/, 'GetFunctionEventInvokeConfig'],
]

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const lambdaAccess: AccessTable = ({ method, path, query }, { arn }) => {
  if (method === 'GET') return tellingAccess(path, query, arn)
  const named = invocation.exec(path)?.[1]
  if (method !== 'POST' || named === undefined) return undefined
  return [{ action: 'lambda:InvokeFunction', resource: functionArn(named, query, arn) }]
}

function tellingAccess(path: string, query: URLSearchParams, arn: Naming['arn']): readonly Access[] | undefined {
  if (/^\/[\d-]+\/functions\/?$/.test(path)) return [{ action: 'lambda:ListFunctions', resource: '*' }]
  const mapping = /^\/[\d-]+\/event-source-mappings\/?(.*)$/.exec(path)?.[1]
  if (mapping === '') return [{ action: 'lambda:ListEventSourceMappings', resource: '*' }]
  if (mapping !== undefined) return [{ action: 'lambda:GetEventSourceMapping', resource: arn('lambda', `event-source-mapping:${mapping}`) }]
  const [, named, rest = ''] = /^\/[\d-]+\/functions\/([^/]+)(.*)$/.exec(path) ?? []
  const action = telling.find(([pattern]) => pattern.test(rest))?.[1]
  return named === undefined || action === undefined
    ? undefined
    : [{ action: `lambda:${action}`, resource: functionArn(named, query, arn) }]
}

/** The function that a path names, with the qualifier that it or the query has. */
function functionArn(named: string, query: URLSearchParams, arn: Naming['arn']): string {
  const parts = decodeURIComponent(named).split(':')
  const [name = '', version] = parts.slice(parts.lastIndexOf('function') + 1)
  const qualifier = query.get('Qualifier') ?? version
  return arn('lambda', `function:${name}${qualifier === undefined ? '' : `:${qualifier}`}`)
}
