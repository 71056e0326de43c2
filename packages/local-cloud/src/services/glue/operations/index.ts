import { createDatabase, deleteDatabase, getDatabase, getDatabases, updateDatabase } from './databases.ts'
import {
  batchCreatePartition, batchDeletePartition, createPartition, deletePartition, getPartition, getPartitions, updatePartition,
} from './partitions.ts'
import { batchDeleteTable, createTable, deleteTable, getTable, getTables, updateTable } from './tables.ts'

export const operations = [
  batchCreatePartition, batchDeletePartition, batchDeleteTable, createDatabase, createPartition, createTable, deleteDatabase,
  deletePartition, deleteTable, getDatabase, getDatabases, getPartition, getPartitions, getTable, getTables, updateDatabase,
  updatePartition, updateTable,
]
