/** The p-th percentile (0 to 100) of the values, by nearest rank; `undefined` of none. */
export function percentile(values: readonly number[], p: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]
}

/** The median and the 99th percentile, rounded to whole milliseconds; `null` where nothing was measured. */
export const spread = (valuesMs: readonly number[]): { p50: number | null; p99: number | null } => {
  const rounded = (p: number) => {
    const value = percentile(valuesMs, p)
    return value === undefined ? null : Math.round(value)
  }
  return { p50: rounded(50), p99: rounded(99) }
}
