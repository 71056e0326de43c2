/** One measured line; `ratio` is `value` against `reference`, both in `unit`. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference: number
  readonly ratio: number
  /** As `<= 2`: what `ratio` has to be. */
  readonly goal: string
  readonly met: boolean
}

/** A benchmark: what its rows are named after, and how they come about. */
export interface Benchmark {
  readonly name: string
  readonly run: () => Promise<readonly Row[]>
}

const GOAL = /^(<=|>=) ([\d.]+)$/
const DIGITS = 3

/** Makes a row; the goal is for the ratio of value to reference. */
export function row(name: string, unit: string, value: number, reference: number, goal: `${'<=' | '>='} ${number}`): Row {
  const ratio = value / reference
  const [, comparison, limit] = GOAL.exec(goal) ?? []
  const met = comparison === '<=' ? ratio <= Number(limit) : ratio >= Number(limit)
  return { name, value: rounded(value), unit, reference: rounded(reference), ratio: rounded(ratio), goal, met }
}

const rounded = (value: number): number => Number(value.toPrecision(DIGITS))
