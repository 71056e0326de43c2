import type { QueryExecution as DescribedExecution } from './model.generated.ts'

/** A query as it is asked for. */
export interface QueryRequest {
  readonly sql: string
  readonly database: string | undefined
  readonly workGroup: string
  /** Where its result goes, as `s3://bucket/prefix/`. */
  readonly outputLocation: string
  readonly parameters?: readonly string[] | undefined
}

/** A query as it runs or ran, on its shelf. */
export interface QueryExecution extends QueryRequest {
  readonly id: string
  readonly state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'
  readonly statementType: 'DDL' | 'DML' | 'UTILITY'
  readonly substatementType: string
  readonly submittedAtMs: number
  readonly completedAtMs?: number
  readonly reason?: string
  readonly scannedBytes: number
  /** Rows that were written. */
  readonly updateCount?: number
}

/** Where the result of a query is. */
export function resultLocation(
  { id, outputLocation, statementType }: Pick<QueryExecution, 'id' | 'outputLocation' | 'statementType'>,
): string {
  return `${outputLocation.replace(/\/?$/, '/')}${id}${statementType === 'DML' ? '.csv' : '.txt'}`
}

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html */
export function describedExecution(execution: QueryExecution): DescribedExecution {
  const {
    id, sql, database, workGroup, state, statementType, substatementType, submittedAtMs, completedAtMs, reason, scannedBytes, parameters,
  } = execution
  const took = (completedAtMs ?? submittedAtMs) - submittedAtMs
  return {
    QueryExecutionId: id, Query: sql, StatementType: statementType, SubstatementType: substatementType, WorkGroup: workGroup,
    ResultConfiguration: { OutputLocation: resultLocation(execution) },
    QueryExecutionContext: { Catalog: 'awsdatacatalog', ...(database === undefined ? {} : { Database: database }) },
    Status: {
      State: state, SubmissionDateTime: submittedAtMs / 1000,
      ...(completedAtMs === undefined ? {} : { CompletionDateTime: completedAtMs / 1000 }),
      ...(reason === undefined
        ? {}
        : { StateChangeReason: reason, AthenaError: { ErrorCategory: 2, ErrorType: 1006, Retryable: false, ErrorMessage: reason } }),
    },
    Statistics: {
      DataScannedInBytes: scannedBytes, EngineExecutionTimeInMillis: took, TotalExecutionTimeInMillis: took, QueryQueueTimeInMillis: 0,
      ServiceProcessingTimeInMillis: 0,
    },
    EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' },
    ...(parameters === undefined ? {} : { ExecutionParameters: parameters }),
  }
}
