import { describedExecution } from '../query-execution.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

const EXECUTIONS_MAX = 50

export const getQueryExecution = operation('GetQueryExecution', ({ QueryExecutionId }, athena) => ({
  QueryExecution: describedExecution(athena.execution(QueryExecutionId)),
}))

export const batchGetQueryExecution = operation('BatchGetQueryExecution', ({ QueryExecutionIds }, athena) => ({
  QueryExecutions: QueryExecutionIds.filter((id) => athena.hasExecution(id)).map((id) => describedExecution(athena.execution(id))),
  UnprocessedQueryExecutionIds: QueryExecutionIds.filter((id) => !athena.hasExecution(id)).map((id) => ({
    QueryExecutionId: id, ErrorCode: 'INVALID_QUERY_EXECUTION_ID', ErrorMessage: `QueryExecution ${id} was not found`,
  })),
}))

export const stopQueryExecution = operation('StopQueryExecution', ({ QueryExecutionId = '' }, athena) => {
  athena.stop(QueryExecutionId)
  return {}
})

export const listQueryExecutions = operation('ListQueryExecutions', (input, athena) => {
  const { items, next } = page(athena.executions(athena.workGroup(input.WorkGroup ?? 'primary').name), input, EXECUTIONS_MAX)
  return { QueryExecutionIds: items.map(({ id }) => id), ...next }
})
