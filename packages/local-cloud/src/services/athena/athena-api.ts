import { jsonAnswer, jsonInput, pageStart, ServiceException } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import { ownMember } from '../../assembly/own-member.ts'
import type { Athena } from './athena.ts'
import { describedExecution } from './query-execution.ts'
import { describedNamedQuery, describedWorkGroup, summarizedWorkGroup, type WorkGroup } from './work-group.ts'

type Input = Readonly<Record<string, unknown>>

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html */
const RESULTS_MAX = 1_000

const operations: Readonly<Record<string, (input: Input, athena: Athena) => object | Promise<object>>> = {
  StartQueryExecution: startQueryExecution,
  GetQueryExecution: ({ QueryExecutionId }, athena) => ({ QueryExecution: describedExecution(athena.execution(String(QueryExecutionId))) }),
  BatchGetQueryExecution: ({ QueryExecutionIds }, athena) => {
    const wanted = texts(QueryExecutionIds)
    const known = wanted.filter((id) => Object.values(groups(athena)).some((ids) => ids.includes(id)))
    return {
      QueryExecutions: known.map((id) => describedExecution(athena.execution(id))),
      UnprocessedQueryExecutionIds: wanted.filter((id) => !known.includes(id)).map((id) => ({ QueryExecutionId: id, ErrorCode: 'INVALID_QUERY_EXECUTION_ID', ErrorMessage: `QueryExecution ${id} was not found` })),
    }
  },
  GetQueryResults: getQueryResults,
  StopQueryExecution: ({ QueryExecutionId }, athena) => {
    athena.stop(String(QueryExecutionId))
    return {}
  },
  ListQueryExecutions: (input, athena) => paged('QueryExecutionIds', athena.executions(athena.workGroup(groupName(input)).name).map(({ id }) => id), input, 50),
  GetWorkGroup: (input, athena) => ({ WorkGroup: describedWorkGroup(athena.workGroup(groupName(input))) }),
  ListWorkGroups: (input, athena) => paged('WorkGroups', [...athena.workGroups.values()].map(summarizedWorkGroup), input, 50),
  CreateWorkGroup: ({ Name, Description, Configuration }, athena) => {
    const name = String(Name)
    if (athena.workGroups.has(name)) throw invalid('WorkGroup is already created')
    athena.workGroups.set(name, workGroup({ name, description: text(Description), createdAtMs: athena.nowMs }, Configuration))
    return {}
  },
  DeleteWorkGroup: (input, athena) => {
    const { name } = athena.workGroup(groupName(input))
    if (name === 'primary') throw invalid('The primary WorkGroup cannot be deleted')
    athena.workGroups.delete(name)
    return {}
  },
  CreateNamedQuery: ({ Name, Description, Database, QueryString, WorkGroup: group }, athena) => {
    const id = athena.newId()
    athena.namedQueries.set(id, { id, name: String(Name), description: text(Description), database: String(Database), sql: String(QueryString), workGroup: athena.workGroup(text(group) ?? 'primary').name })
    return { NamedQueryId: id }
  },
  GetNamedQuery: ({ NamedQueryId }, athena) => {
    const found = athena.namedQueries.get(String(NamedQueryId))
    if (found === undefined) throw invalid(`NamedQuery ${String(NamedQueryId)} was not found`)
    return { NamedQuery: describedNamedQuery(found) }
  },
  ListNamedQueries: (input, athena) => paged('NamedQueryIds', [...athena.namedQueries.values()].filter(({ workGroup: group }) => group === groupName(input)).map(({ id }) => id), input, 50),
  DeleteNamedQuery: ({ NamedQueryId }, athena) => {
    athena.namedQueries.delete(String(NamedQueryId))
    return {}
  },
}

/** Answers Athena's JSON protocol. Throws `ServiceException`. @see https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html */
export async function athenaApi(athena: Athena, request: Request): Promise<Response> {
  const operation = (request.headers.get('x-amz-target') ?? '').replace('AmazonAthena.', '')
  const run = ownMember(operations, operation)
  if (run === undefined) throw new ServiceException('UnknownOperationException', 400, `Athena's ${operation} is not emulated.`)
  return jsonAnswer(await run(await jsonInput(request), athena))
}

function startQueryExecution(input: Input, athena: Athena): object {
  const { QueryString, QueryExecutionContext, ResultConfiguration, ExecutionParameters } = input
  const { name, state, outputLocation, enforced } = athena.workGroup(groupName(input))
  if (state === 'DISABLED') throw invalid(`WorkGroup ${name} is disabled.`)
  const asked = isRecord(ResultConfiguration) ? text(ResultConfiguration['OutputLocation']) : undefined
  const location = enforced ? (outputLocation ?? asked) : (asked ?? outputLocation)
  if (location === undefined) throw invalid('No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.')
  if (!/^s3:\/\/[^/]+/.test(location)) throw invalid('outputLocation is not a valid S3 path.')
  const { Catalog, Database } = isRecord(QueryExecutionContext) ? QueryExecutionContext : {}
  if (Catalog !== undefined && String(Catalog).toLowerCase() !== 'awsdatacatalog') throw invalid(`The catalog ${String(Catalog)} is not emulated: AwsDataCatalog is.`)
  const id = athena.start({ sql: String(QueryString), database: text(Database), workGroup: name, outputLocation: location, ...(Array.isArray(ExecutionParameters) ? { parameters: texts(ExecutionParameters) } : {}) })
  return { QueryExecutionId: id }
}

async function getQueryResults({ QueryExecutionId, MaxResults, NextToken }: Input, athena: Athena): Promise<object> {
  const { columns, rows } = await athena.result(String(QueryExecutionId))
  const from = pageStart(NextToken, 'InvalidRequestException')
  const to = from + Math.min(typeof MaxResults === 'number' ? MaxResults : RESULTS_MAX, RESULTS_MAX)
  return {
    UpdateCount: athena.execution(String(QueryExecutionId)).updateCount ?? 0,
    ResultSet: { Rows: rows.slice(from, to).map((row) => ({ Data: row.map((value) => (value === undefined ? {} : { VarCharValue: value })) })), ResultSetMetadata: { ColumnInfo: columns } },
    ...(to < rows.length ? { NextToken: String(to) } : {}),
  }
}

/** A work group by the API's configuration of it. */
export function workGroup(group: Pick<WorkGroup, 'name' | 'description' | 'createdAtMs'>, configuration: unknown): WorkGroup {
  const settings = isRecord(configuration) ? configuration : {}
  const results = isRecord(settings['ResultConfiguration']) ? settings['ResultConfiguration'] : {}
  const bytes = settings['BytesScannedCutoffPerQuery']
  return { ...group, state: 'ENABLED', outputLocation: text(results['OutputLocation']), enforced: settings['EnforceWorkGroupConfiguration'] !== false, bytesMax: typeof bytes === 'number' ? bytes : undefined }
}

function groups(athena: Athena): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...athena.workGroups.keys()].map((name) => [name, athena.executions(name).map(({ id }) => id)]))
}

function paged(name: string, all: readonly unknown[], { NextToken, MaxResults }: Input, most: number): object {
  const from = pageStart(NextToken, 'InvalidRequestException')
  const to = from + (typeof MaxResults === 'number' ? MaxResults : most)
  return { [name]: all.slice(from, to), ...(to < all.length ? { NextToken: String(to) } : {}) }
}

function groupName({ WorkGroup: name }: Input): string {
  return text(name) ?? 'primary'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function invalid(message: string): ServiceException {
  return new ServiceException('InvalidRequestException', 400, message)
}
