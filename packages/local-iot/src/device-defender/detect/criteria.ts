import { inRanges } from '@keg/aws-service'
import type { BehaviorCriteria, MetricValue } from '../../model/model.generated.ts'
import type { ValueMember } from './metrics.ts'

type Order = (value: number, bound: number) => boolean

const ORDERS: Readonly<Partial<Record<string, Order>>> = {
  'less-than': (value, bound) => value < bound,
  'less-than-equals': (value, bound) => value <= bound,
  'greater-than': (value, bound) => value > bound,
  'greater-than-equals': (value, bound) => value >= bound,
}

/** Whether a value is what the criteria call normal. Sets: each of the value's elements has to be in it, or none. */
export function isNormal(criteria: BehaviorCriteria, member: ValueMember, value: MetricValue): boolean {
  const { comparisonOperator, value: bound = {} } = criteria
  if (comparisonOperator === undefined) return true
  const order = ORDERS[comparisonOperator]
  if (order !== undefined) return member === 'number'
    ? order(value.number ?? 0, bound.number ?? 0)
    : order(value.count ?? 0, bound.count ?? 0)
  const elements = [...new Set(elementsOf(value, member))]
  const known = sets.get(criteria)
  const isIn = known ?? setOf(elementsOf(bound, member), member)
  if (known === undefined) sets.set(criteria, isIn)
  return comparisonOperator.startsWith('not-') ? !elements.some(isIn) : elements.every(isIn)
}

type IsIn = (element: string) => boolean

/** The sets of criteria, each made once: there are up to thousands of elements, held against with every message. */
const sets = new WeakMap<BehaviorCriteria, IsIn>()

function setOf(elements: readonly string[], member: ValueMember): IsIn {
  if (member === 'cidrs') return inRanges(elements)
  const set = new Set(elements)
  return (element) => set.has(element)
}

function elementsOf(value: MetricValue, member: ValueMember): readonly string[] {
  const elements = member === 'cidrs' || member === 'ports' || member === 'numbers' || member === 'strings' ? value[member] : undefined
  return (elements ?? []).map(String)
}

/** Whether a sum that has gone past the bound stays past it, however it goes on growing. */
export const isUpperBound = ({ comparisonOperator }: BehaviorCriteria): boolean => comparisonOperator?.startsWith('less-than') === true
