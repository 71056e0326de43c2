import { operation } from './operation.ts'
import { page } from './page.ts'

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html */
const RESULTS_MAX = 1_000

export const getQueryResults = operation('GetQueryResults', async (input, athena) => {
  const { columns, rows } = await athena.result(input.QueryExecutionId)
  const { items, next } = page(rows, input, RESULTS_MAX)
  return {
    UpdateCount: athena.execution(input.QueryExecutionId).updateCount ?? 0,
    ResultSet: {
      Rows: items.map((row) => ({ Data: row.map((value) => (value === undefined ? {} : { VarCharValue: value })) })),
      ResultSetMetadata: { ColumnInfo: columns },
    },
    ...next,
  }
})
