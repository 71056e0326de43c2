import { Token } from 'aws-cdk-lib'

interface Limits {
  readonly min: number
  readonly max: number
  /** @default - none */
  readonly unit?: string
  /** @default - none beside the limits */
  readonly fix?: string
}

/** What is wrong with a whole number that has limits; nothing where it is absent, or not known at synthesis. */
export function numberProblem(property: string, value: number | undefined, { min, max, unit, fix }: Limits): string[] {
  if (value === undefined || Token.isUnresolved(value) || (Number.isInteger(value) && value >= min && value <= max)) return []
  const of = unit === undefined ? '' : ` ${unit}`
  return [`${property}: ${value}${of} is no whole number from ${min} to ${max}${of}${fix === undefined ? '' : `; ${fix}`}`]
}
