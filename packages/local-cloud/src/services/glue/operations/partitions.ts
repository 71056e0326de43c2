import { ServiceException } from '@keg/aws-service'
import type { Kept, PartitionInput } from '../catalog-entry.ts'
import { partitionInput, readInput } from '../catalog-input.ts'
import type { ErrorDetail, Partition, PartitionError } from '../model.generated.ts'
import { each } from './each.ts'
import { operation, type GlueState } from './operation.ts'
import { page } from './page.ts'

/** A table, as requests name it. */
interface OfTable {
  readonly DatabaseName: string
  readonly TableName: string
}

export const createPartition = operation('CreatePartition', ({ DatabaseName, TableName, PartitionInput: input }, { catalog }) => {
  catalog.createPartition(DatabaseName, TableName, readInput(partitionInput, input, 'PartitionInput'))
  return {}
})

export const batchCreatePartition = operation('BatchCreatePartition', ({ DatabaseName, TableName, PartitionInputList }, { catalog }) => {
  const create = (input: unknown) => catalog.createPartition(DatabaseName, TableName, readInput(partitionInput, input, 'PartitionInput'))
  return { Errors: each(PartitionInputList, create, partitionError) }
})

export const getPartition = operation('GetPartition', (input, state) => {
  const { DatabaseName, TableName, PartitionValues } = input
  return { Partition: described(state.catalog.partition(DatabaseName, TableName, PartitionValues), input, state) }
})

export const getPartitions = operation('GetPartitions', (input, state) => {
  const { DatabaseName, TableName, Expression = '' } = input
  if (Expression !== '') {
    throw new ServiceException(
      'InvalidInputException', 400, 'The Expression of GetPartitions is not emulated: all partitions are answered without one.',
    )
  }
  const { items, NextToken } = page(state.catalog.partitions(DatabaseName, TableName), input)
  return { Partitions: items.map((partition) => described(partition, input, state)), NextToken }
})

export const updatePartition =
  operation('UpdatePartition', ({ DatabaseName, TableName, PartitionValueList, PartitionInput: input }, { catalog }) => {
    catalog.updatePartition(DatabaseName, TableName, PartitionValueList, readInput(partitionInput, input, 'PartitionInput'))
    return {}
  })

export const deletePartition = operation('DeletePartition', ({ DatabaseName, TableName, PartitionValues }, { catalog }) => {
  catalog.deletePartition(DatabaseName, TableName, PartitionValues)
  return {}
})

export const batchDeletePartition = operation('BatchDeletePartition', ({ DatabaseName, TableName, PartitionsToDelete }, { catalog }) => ({
  Errors: each(PartitionsToDelete, ({ Values }) => catalog.deletePartition(DatabaseName, TableName, Values), partitionError),
}))

function described(
  { input, createdAtMs }: Kept<PartitionInput>, { DatabaseName, TableName }: OfTable, { accountId }: GlueState,
): Partition {
  return {
    ...input, DatabaseName: DatabaseName.toLowerCase(), TableName: TableName.toLowerCase(), CreationTime: createdAtMs / 1000,
    CatalogId: accountId,
  }
}

function partitionError({ Values = [] }: { readonly Values?: readonly string[] | undefined }, detail: ErrorDetail): PartitionError {
  return { PartitionValues: Values, ErrorDetail: detail }
}
