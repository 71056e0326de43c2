import { ServiceException } from '@keg/aws-service'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import type { DatabaseInput, Kept, PartitionInput, TableInput } from './catalog-entry.ts'

/** The Glue Data Catalog: databases, tables and partitions, whose names are in lower case whoever writes them. */
export class GlueCatalog {
  readonly #nowMs: () => number
  readonly #databases: Shelf<Kept<DatabaseInput>>
  readonly #tables: Shelf<Kept<TableInput>>
  readonly #partitions: Shelf<Kept<PartitionInput>>

  constructor({ shelves, nowMs }: { readonly shelves: Shelves; readonly nowMs: () => number }) {
    this.#nowMs = nowMs
    this.#databases = shelves.shelf('glue/databases')
    this.#tables = shelves.shelf('glue/tables')
    this.#partitions = shelves.shelf('glue/partitions')
  }

  createDatabase(input: DatabaseInput): void {
    const name = lower(input.Name)
    if (this.#databases.has(name)) throw alreadyExists('Database already exists.')
    this.#databases.set(name, this.#kept({ ...input, Name: name }))
  }

  hasDatabase(name: string): boolean {
    return this.#databases.has(lower(name))
  }

  database(name: string): Kept<DatabaseInput> {
    return found(this.#databases.get(lower(name)), `Database ${lower(name)} not found.`)
  }

  databases(): readonly Kept<DatabaseInput>[] {
    return [...this.#databases.values()].sort(byName)
  }

  updateDatabase(name: string, input: DatabaseInput): void {
    this.#databases.set(lower(name), this.#changed(this.database(name), { ...input, Name: lower(name) }))
  }

  /** With all its tables. */
  deleteDatabase(name: string): void {
    this.database(name)
    for (const { input } of this.tables(name)) this.deleteTable(name, input.Name)
    this.#databases.delete(lower(name))
  }

  createTable(database: string, input: TableInput): void {
    this.database(database)
    const name = lower(input.Name)
    if (this.#tables.has(key(database, name))) throw alreadyExists('Table already exists.')
    this.#tables.set(key(database, name), this.#kept({ ...input, Name: name }))
  }

  hasTable(database: string, name: string): boolean {
    return this.#tables.has(key(database, name))
  }

  table(database: string, name: string): Kept<TableInput> {
    this.database(database)
    return found(this.#tables.get(key(database, name)), `Entity Not Found: table ${lower(database)}.${lower(name)}`)
  }

  tables(database: string): readonly Kept<TableInput>[] {
    this.database(database)
    return [...this.#tables.entries()].flatMap(([at, table]) => (at.startsWith(key(database, '')) ? [table] : [])).sort(byName)
  }

  updateTable(database: string, input: TableInput): void {
    this.#tables.set(key(database, input.Name), this.#changed(this.table(database, input.Name), { ...input, Name: lower(input.Name) }))
  }

  deleteTable(database: string, name: string): void {
    this.table(database, name)
    for (const { input } of this.partitions(database, name)) this.deletePartition(database, name, input.Values)
    this.#tables.delete(key(database, name))
  }

  createPartition(database: string, table: string, input: PartitionInput): void {
    const { input: { PartitionKeys = [] } } = this.table(database, table)
    if (input.Values.length !== PartitionKeys.length)
      throw new ServiceException('InvalidInputException', 400, 'The number of partition keys do not match the number of partition values')
    const at = partitionKey(database, table, input.Values)
    if (this.#partitions.has(at)) throw alreadyExists('Partition already exists.')
    this.#partitions.set(at, this.#kept(input))
  }

  hasPartition(database: string, table: string, values: readonly string[]): boolean {
    return this.#partitions.has(partitionKey(database, table, values))
  }

  partition(database: string, table: string, values: readonly string[]): Kept<PartitionInput> {
    this.table(database, table)
    return found(this.#partitions.get(partitionKey(database, table, values)), 'Cannot find partition.')
  }

  partitions(database: string, table: string): readonly Kept<PartitionInput>[] {
    this.table(database, table)
    return [...this.#partitions.entries()].flatMap(([at, partition]) => (at.startsWith(`${key(database, table)}/`) ? [partition] : []))
  }

  /** The values may change, too. */
  updatePartition(database: string, table: string, values: readonly string[], input: PartitionInput): void {
    const changed = this.#changed(this.partition(database, table, values), input)
    this.#partitions.delete(partitionKey(database, table, values))
    this.#partitions.set(partitionKey(database, table, input.Values), changed)
  }

  deletePartition(database: string, table: string, values: readonly string[]): void {
    this.partition(database, table, values)
    this.#partitions.delete(partitionKey(database, table, values))
  }

  #kept<Input>(input: Input): Kept<Input> {
    const nowMs = this.#nowMs()
    return { input, createdAtMs: nowMs, updatedAtMs: nowMs, version: 0 }
  }

  #changed<Input>({ createdAtMs, version }: Kept<Input>, input: Input): Kept<Input> {
    return { input, createdAtMs, updatedAtMs: this.#nowMs(), version: version + 1 }
  }
}

function found<T>(entry: T | undefined, message: string): T {
  if (entry === undefined) throw new ServiceException('EntityNotFoundException', 400, message)
  return entry
}

function alreadyExists(message: string): ServiceException {
  return new ServiceException('AlreadyExistsException', 400, message)
}

const lower = (name: string): string => name.toLowerCase()
const key = (database: string, table: string): string => `${lower(database)}/${lower(table)}`
const partitionKey = (database: string, table: string, values: readonly string[]): string =>
  `${key(database, table)}/${JSON.stringify(values)}`
const byName = (one: Kept<{ Name: string }>, other: Kept<{ Name: string }>): number => one.input.Name.localeCompare(other.input.Name)
