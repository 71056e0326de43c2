import type { AccessTable } from './asked.ts'

const invocation = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const lambdaAccess: AccessTable = ({ method, path, query }, { arn }) => {
  const named = invocation.exec(path)?.[1]
  if (method !== 'POST' || named === undefined) return undefined
  const parts = decodeURIComponent(named).split(':')
  const [name = '', version] = parts.slice(parts.lastIndexOf('function') + 1)
  const qualifier = query.get('Qualifier') ?? version
  return [{ action: 'lambda:InvokeFunction', resource: arn('lambda', `function:${name}${qualifier === undefined ? '' : `:${qualifier}`}`) }]
}
