import { ServiceException } from '@keg/aws-service'
import type { EventSources } from './event-sources.ts'
import { describedAlias, describedConfiguration, describedInvokeConfig, describedPolicy, describedUrl } from './function-descriptions.ts'
import type { Lambda } from './lambda.ts'

interface Asked {
  readonly lambda: Lambda
  readonly eventSources: EventSources
  /** What the path names, decoded. */
  readonly names: readonly string[]
  readonly query: URLSearchParams
}

type Describe = (asked: Asked) => object

/** The operations that tell of functions, each by its path. @see https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
const operations: readonly (readonly [RegExp, Describe])[] = [
  [/^\/2015-03-31\/functions\/?$/, listFunctions],
  [/^\/2015-03-31\/functions\/([^/]+)$/, getFunction],
  [/^\/2015-03-31\/functions\/([^/]+)\/configuration$/, (asked) => describedConfiguration(entryOf(asked))],
  [/^\/2015-03-31\/functions\/([^/]+)\/versions$/, listVersions],
  [/^\/2015-03-31\/functions\/([^/]+)\/aliases$/, (asked) => ({ Aliases: aliases(asked).map(describedAlias) })],
  [/^\/2015-03-31\/functions\/([^/]+)\/aliases\/([^/]+)$/, getAlias],
  [/^\/2015-03-31\/functions\/([^/]+)\/policy$/, (asked) => describedPolicy(entryOf(asked)) ?? notFound('The resource you requested does not exist.')],
  [/^\/2021-10-31\/functions\/([^/]+)\/url$/, (asked) => describedUrl(entryOf(asked)) ?? notFound('The resource you requested does not exist.')],
  [/^\/2019-09-25\/functions\/([^/]+)\/event-invoke-config$/, (asked) => describedInvokeConfig(entryOf(asked)) ?? notFound(`The function ${entryOf(asked).definition.arn} doesn't have an EventInvokeConfig`)],
  [/^\/2015-03-31\/event-source-mappings\/?$/, listMappings],
  [/^\/2015-03-31\/event-source-mappings\/([^/]+)$/, ({ eventSources, names: [uuid] }) => eventSources.mappings().find(({ UUID }) => UUID === uuid) ?? notFound('The resource you requested does not exist.')],
]

/** Answers an operation that tells of functions. Throws `ServiceException` for any other. */
export function describeApi(lambda: Lambda, eventSources: EventSources, request: Request): Response {
  const { pathname, searchParams: query } = new URL(request.url)
  for (const [path, describe] of request.method === 'GET' ? operations : []) {
    const match = path.exec(pathname)
    if (match !== null) return Response.json(describe({ lambda, eventSources, query, names: match.slice(1).map((name) => decodeURIComponent(name)) }))
  }
  throw new ServiceException('UnknownOperationException', 404, `${request.method} ${pathname} of Lambda is not emulated.`)
}

function entryOf({ lambda, names: [name = ''], query }: Asked) {
  const qualifier = query.get('Qualifier')
  return lambda.entry(qualifier === null ? name : `${name}:${qualifier}`)
}

function listFunctions({ lambda, query }: Asked): object {
  const all = query.get('FunctionVersion') === 'ALL'
  const shown = lambda.entries().filter(([key, { definition }]) => key === definition.name || (all && definition.arn.endsWith(`:${String(definition.version)}`)))
  return { Functions: shown.map(([, entry]) => describedConfiguration(entry, all)) }
}

function getFunction(asked: Asked): object {
  const entry = entryOf(asked)
  const { reservedConcurrency } = entry.definition
  return {
    Configuration: describedConfiguration(entry), Code: { RepositoryType: 'S3' }, Tags: {},
    ...(reservedConcurrency === undefined ? {} : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
  }
}

function listVersions(asked: Asked): object {
  const { name } = entryOf(asked).definition
  const versions = asked.lambda.entries().filter(([key, { definition }]) => key === name || (definition.name === name && key === `${name}:${String(definition.version)}`))
  return { Versions: versions.map(([, entry]) => describedConfiguration(entry, true)) }
}

function aliases(asked: Asked) {
  const { name } = entryOf(asked).definition
  return asked.lambda.entries().filter(([key, { definition }]) => definition.name === name && key !== name && key !== `${name}:${String(definition.version)}`).map(([, entry]) => entry)
}

function getAlias(asked: Asked): object {
  const found = aliases(asked).map(describedAlias).find(({ Name }) => Name === asked.names[1])
  return found ?? notFound(`Cannot find alias arn: ${entryOf(asked).definition.arn}:${asked.names[1] ?? ''}`)
}

function listMappings({ eventSources, lambda, query }: Asked): object {
  const [sourceArn, name] = [query.get('EventSourceArn'), query.get('FunctionName')]
  const functionArn = name === null ? undefined : lambda.definition(name).arn
  const EventSourceMappings = eventSources.mappings().filter((mapping) => (sourceArn === null || mapping.EventSourceArn === sourceArn) && (functionArn === undefined || mapping.FunctionArn === functionArn))
  return { EventSourceMappings }
}

function notFound(message: string): never {
  throw new ServiceException('ResourceNotFoundException', 404, message)
}
