/** A column of a table. */
export interface Column {
  readonly Name: string
  readonly Type?: string | undefined
  readonly Comment?: string | undefined
}

/** Where the data of a table or partition is, and how it is written. Names are the API's. */
export interface StorageDescriptor {
  readonly Columns?: readonly Column[] | undefined
  readonly Location?: string | undefined
  readonly InputFormat?: string | undefined
  readonly OutputFormat?: string | undefined
  readonly SerdeInfo?: {
    readonly Name?: string | undefined
    readonly SerializationLibrary?: string | undefined
    readonly Parameters?: Readonly<Record<string, string>> | undefined
  } | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
}

export interface DatabaseInput {
  readonly Name: string
  readonly Description?: string | undefined
  readonly LocationUri?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
}

export interface TableInput {
  readonly Name: string
  readonly TableType?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly PartitionKeys?: readonly Column[] | undefined
  readonly StorageDescriptor?: StorageDescriptor | undefined
  readonly ViewOriginalText?: string | undefined
}

export interface PartitionInput {
  readonly Values: readonly string[]
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly StorageDescriptor?: StorageDescriptor | undefined
}

/** What the catalog adds to what it is told. */
export interface Kept<Input> {
  readonly input: Input
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly version: number
}
