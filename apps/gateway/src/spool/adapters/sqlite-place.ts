import { databasePlace } from '../../database/sqlite-file.ts'
import type { SpoolPlace } from '../spool-database.ts'
import { openSqliteDatabase } from './sqlite-database.ts'

/** A spool's database in a file. */
export const sqlitePlace = (file: string, nowMs: () => number): SpoolPlace => databasePlace(file, nowMs, openSqliteDatabase)
