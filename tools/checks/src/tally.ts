/** How many test cases passed, failed and were skipped. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The part of vitest's JSON report that is counted here. */
export interface Report {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/**
 * Sums reports. A test file that broke before its first case counts as one failure, since its cases could not be counted.
 */
export function tally(reports: readonly Report[]): Tally {
  const sum = (count: (report: Report) => number) => reports.reduce((total, report) => total + count(report), 0)
  return {
    passed: sum((report) => report.numPassedTests),
    failed: sum((report) => report.numFailedTests + brokenFiles(report)),
    skipped: sum((report) => report.numPendingTests + report.numTodoTests),
  }
}

const brokenFiles = ({ testResults }: Report) =>
  testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length

/** The closing line of `pnpm test`: `12 passed, 0 failed, 1 skipped`. */
export const closingLine = ({ passed, failed, skipped }: Tally): string => `${passed} passed, ${failed} failed, ${skipped} skipped`
