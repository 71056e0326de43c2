import { jsonAnswer, jsonInput, pageStart, ServiceException } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import { ownMember } from '../../assembly/own-member.ts'
import { EngineEnded } from '../engine-process/engine-ended.ts'
import type { Expressions } from '../expressions/expressions.ts'
import type { DatabaseInput, Kept, PartitionInput, TableInput } from './catalog-entry.ts'
import { databaseInput, named, partitionInput, readInput, tableInput } from './catalog-input.ts'
import type { GlueCatalog } from './glue-catalog.ts'

type Input = Readonly<Record<string, unknown>>

/** What operations answer with beside the catalog. */
export interface GlueContext {
  readonly catalog: GlueCatalog
  readonly expressions: Pick<Expressions, 'matching'>
  readonly accountId: string
}

const operations: Readonly<Record<string, (input: Input, context: GlueContext) => object | Promise<object>>> = {
  CreateDatabase: ({ DatabaseInput: input }, { catalog }) => {
    catalog.createDatabase(named(readInput(databaseInput, input, 'DatabaseInput')))
    return {}
  },
  GetDatabase: ({ Name }, context) => ({ Database: describedDatabase(context.catalog.database(text(Name)), context) }),
  GetDatabases: (input, context) => paged('DatabaseList', context.catalog.databases().map((each) => describedDatabase(each, context)), input),
  UpdateDatabase: ({ Name, DatabaseInput: input }, { catalog }) => {
    catalog.updateDatabase(text(Name), named(readInput(databaseInput, input, 'DatabaseInput')))
    return {}
  },
  DeleteDatabase: ({ Name }, { catalog }) => {
    catalog.deleteDatabase(text(Name))
    return {}
  },
  CreateTable: ({ DatabaseName, TableInput: input }, { catalog }) => {
    catalog.createTable(text(DatabaseName), named(readInput(tableInput, input, 'TableInput')))
    return {}
  },
  GetTable: ({ DatabaseName, Name }, context) => ({ Table: describedTable(text(DatabaseName), context.catalog.table(text(DatabaseName), text(Name)), context) }),
  GetTables: async (input, context) => {
    const { DatabaseName, Expression } = input
    const all = context.catalog.tables(text(DatabaseName))
    const names = typeof Expression === 'string' ? await matchingNames(Expression, all.map(({ input: { Name } }) => Name), context) : undefined
    const tables = all.filter(({ input: { Name } }) => names === undefined || names.has(Name))
    return paged('TableList', tables.map((each) => describedTable(text(DatabaseName), each, context)), input)
  },
  UpdateTable: ({ DatabaseName, TableInput: input }, { catalog }) => {
    catalog.updateTable(text(DatabaseName), named(readInput(tableInput, input, 'TableInput')))
    return {}
  },
  DeleteTable: ({ DatabaseName, Name }, { catalog }) => {
    catalog.deleteTable(text(DatabaseName), text(Name))
    return {}
  },
  BatchDeleteTable: ({ DatabaseName, TablesToDelete }, { catalog }) => ({
    Errors: each(TablesToDelete, (name) => catalog.deleteTable(text(DatabaseName), text(name)), (name, ErrorDetail) => ({ TableName: name, ErrorDetail })),
  }),
  CreatePartition: ({ DatabaseName, TableName, PartitionInput: input }, { catalog }) => {
    catalog.createPartition(text(DatabaseName), text(TableName), readInput(partitionInput, input, 'PartitionInput'))
    return {}
  },
  BatchCreatePartition: ({ DatabaseName, TableName, PartitionInputList }, { catalog }) => ({
    Errors: each(PartitionInputList, (input) => catalog.createPartition(text(DatabaseName), text(TableName), readInput(partitionInput, input, 'PartitionInput')), partitionError),
  }),
  GetPartition: ({ DatabaseName, TableName, PartitionValues }, context) => ({
    Partition: describedPartition(context.catalog.partition(text(DatabaseName), text(TableName), texts(PartitionValues)), text(DatabaseName), text(TableName), context),
  }),
  GetPartitions: (input, context) => {
    const { DatabaseName, TableName, Expression } = input
    if (Expression !== undefined && Expression !== '') throw new ServiceException('InvalidInputException', 400, 'The Expression of GetPartitions is not emulated: all partitions are answered without one.')
    const partitions = context.catalog.partitions(text(DatabaseName), text(TableName))
    return paged('Partitions', partitions.map((partition) => describedPartition(partition, text(DatabaseName), text(TableName), context)), input)
  },
  UpdatePartition: ({ DatabaseName, TableName, PartitionValueList, PartitionInput: input }, { catalog }) => {
    catalog.updatePartition(text(DatabaseName), text(TableName), texts(PartitionValueList), readInput(partitionInput, input, 'PartitionInput'))
    return {}
  },
  DeletePartition: ({ DatabaseName, TableName, PartitionValues }, { catalog }) => {
    catalog.deletePartition(text(DatabaseName), text(TableName), texts(PartitionValues))
    return {}
  },
  BatchDeletePartition: ({ DatabaseName, TableName, PartitionsToDelete }, { catalog }) => ({
    Errors: each(PartitionsToDelete, (wanted) => catalog.deletePartition(text(DatabaseName), text(TableName), texts(isRecord(wanted) ? wanted['Values'] : undefined)), partitionError),
  }),
}

/** Answers Glue's JSON protocol. Throws `ServiceException`. @see https://docs.aws.amazon.com/glue/latest/webapi/API_Operations.html */
export async function glueApi(context: GlueContext, request: Request): Promise<Response> {
  const operation = (request.headers.get('x-amz-target') ?? '').replace('AWSGlue.', '')
  const run = ownMember(operations, operation)
  if (run === undefined) throw new ServiceException('UnknownOperationException', 400, `Glue's ${operation} is not emulated.`)
  return jsonAnswer(await run(await jsonInput(request), context))
}

function describedDatabase({ input, createdAtMs }: Kept<DatabaseInput>, { accountId }: GlueContext): object {
  return { ...input, CreateTime: createdAtMs / 1000, CatalogId: accountId }
}

function describedTable(database: string, { input, createdAtMs, updatedAtMs, version }: Kept<TableInput>, { accountId }: GlueContext): object {
  return { ...input, DatabaseName: database.toLowerCase(), CreateTime: createdAtMs / 1000, UpdateTime: updatedAtMs / 1000, IsRegisteredWithLakeFormation: false, CatalogId: accountId, VersionId: String(version) }
}

function describedPartition({ input, createdAtMs }: Kept<PartitionInput>, database: string, table: string, { accountId }: GlueContext): object {
  return { ...input, DatabaseName: database.toLowerCase(), TableName: table.toLowerCase(), CreationTime: createdAtMs / 1000, CatalogId: accountId }
}

/** A page of a list; the token is where the next one begins. */
function paged(name: string, all: readonly object[], { NextToken, MaxResults }: Input): object {
  const from = pageStart(NextToken, 'InvalidInputException')
  const to = from + (typeof MaxResults === 'number' ? MaxResults : 100)
  return { [name]: all.slice(from, to), ...(to < all.length ? { NextToken: String(to) } : {}) }
}

/** Does something with each of a list, and answers what was refused. */
function each(list: unknown, act: (item: unknown) => void, problem: (item: unknown, detail: object) => object): object[] {
  return (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((item) => {
    try {
      act(item)
      return []
    } catch (error) {
      if (!(error instanceof ServiceException)) throw error
      return [problem(item, { ErrorCode: error.name, ErrorMessage: error.message })]
    }
  })
}

function partitionError(item: unknown, ErrorDetail: object): object {
  return { PartitionValues: texts(isRecord(item) ? item['Values'] : undefined), ErrorDetail }
}

async function matchingNames(expression: string, names: readonly string[], { expressions }: GlueContext): Promise<ReadonlySet<string>> {
  try {
    return new Set(await expressions.matching(`^(?:${expression})$`, names))
  } catch (error) {
    const wrong = error instanceof EngineEnded ? `takes too long: ${error.message}` : 'is no regular expression.'
    throw new ServiceException('InvalidInputException', 400, `The Expression ${expression} ${wrong}`)
  }
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new ServiceException('InvalidInputException', 400, '1 validation error detected: a name failed to satisfy constraint: Member must not be null')
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
