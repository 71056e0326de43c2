import { expect, it } from 'vitest'
import { closingLine, tally, type Report } from './tally.ts'

const report = (counts: Partial<Report>): Report => ({
  success: true, numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...counts,
})

it.each<[string, Report[], string]>([
  ['nothing', [], '0 passed, 0 failed, 0 skipped'],
  ['several projects', [
    report({ numPassedTests: 3 }), report({ numPassedTests: 2, numPendingTests: 1, numTodoTests: 1 }),
  ], '5 passed, 0 failed, 2 skipped'],
  ['a failed case', [
    report({ numPassedTests: 1, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{}] }] }),
  ], '1 passed, 1 failed, 0 skipped'],
  ['a file that did not load', [report({ testResults: [{ status: 'failed', assertionResults: [] }] })], '0 passed, 1 failed, 0 skipped'],
])('counts %s', (_, reports, line) => {
  expect(closingLine(tally(reports))).toBe(line)
})
