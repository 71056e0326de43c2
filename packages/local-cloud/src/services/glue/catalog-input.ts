import { ServiceException } from '@keg/aws-service'
import { flag, json, list, map, number, object, required, text, type PropertiesOf, type PropertyTable } from '../../ground/property.ts'

const column = { Name: required(text), Type: text, Comment: text, Parameters: map(text) } as const

const storageDescriptor = object({
  Columns: list(object(column)),
  Location: text,
  InputFormat: text,
  OutputFormat: text,
  Compressed: flag,
  NumberOfBuckets: number,
  SerdeInfo: object({ Name: text, SerializationLibrary: text, Parameters: map(text) }),
  BucketColumns: list(text),
  SortColumns: json,
  Parameters: map(text),
  SkewedInfo: json,
  StoredAsSubDirectories: flag,
  AdditionalLocations: list(text),
})

/** @see https://docs.aws.amazon.com/glue/latest/webapi/API_DatabaseInput.html */
export const databaseInput = {
  Name: text, Description: text, LocationUri: text, Parameters: map(text), CreateTableDefaultPermissions: json,
} as const

/** @see https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html */
export const tableInput = {
  Name: text, Description: text, Owner: text, Retention: number, LastAccessTime: json, LastAnalyzedTime: json, TableType: text,
  Parameters: map(text),
  PartitionKeys: list(object(column)),
  StorageDescriptor: storageDescriptor,
  ViewOriginalText: text, ViewExpandedText: text,
} as const

/** @see https://docs.aws.amazon.com/glue/latest/webapi/API_PartitionInput.html */
export const partitionInput = {
  Values: required(list(text)), Parameters: map(text), StorageDescriptor: storageDescriptor, LastAccessTime: json, LastAnalyzedTime: json,
} as const

/** Reads an input of the API by its table. Throws `ServiceException`. */
export function readInput<Table extends PropertyTable>(table: Table, value: unknown, at: string): PropertiesOf<Table> {
  const problems: string[] = []
  const input = required(object(table)).read(value, at, (where, reason) => problems.push(`${where} ${reason}`))
  if (problems.length > 0) throw new ServiceException('InvalidInputException', 400, problems.join('; '))
  return input
}

/** The same where a name is given beside it or has to be in it. */
export function named<Input extends { readonly Name: string | undefined }>(
  input: Input, name = input.Name,
): Input & { readonly Name: string } {
  if (name === undefined || name === '') throw new ServiceException('InvalidInputException', 400, '1 validation error detected: Value null at \'name\' failed to satisfy constraint: Member must not be null')
  return { ...input, Name: name }
}
