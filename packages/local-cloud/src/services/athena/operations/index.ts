import { getQueryResults } from './get-query-results.ts'
import * as namedQueries from './named-queries.ts'
import * as queryExecutions from './query-executions.ts'
import { startQueryExecution } from './start-query-execution.ts'
import * as workGroups from './work-groups.ts'

export const operations = [
  getQueryResults, startQueryExecution, ...Object.values(namedQueries), ...Object.values(queryExecutions), ...Object.values(workGroups),
]
