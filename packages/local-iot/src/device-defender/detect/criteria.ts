import { isInRange } from '@keg/aws-service'
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
export function isNormal({ comparisonOperator, value: bound = {} }: BehaviorCriteria, member: ValueMember, value: MetricValue): boolean {
  if (comparisonOperator === undefined) return true
  const order = ORDERS[comparisonOperator]
  if (order !== undefined) return member === 'number'
    ? order(value.number ?? 0, bound.number ?? 0)
    : order(value.count ?? 0, bound.count ?? 0)
  const elements = elementsOf(value, member)
  const set = elementsOf(bound, member)
  const isIn = member === 'cidrs'
    ? (element: string) => set.some((range) => isInRange(element, range))
    : (element: string) => set.includes(element)
  return comparisonOperator.startsWith('not-') ? !elements.some(isIn) : elements.every(isIn)
}

function elementsOf(value: MetricValue, member: ValueMember): readonly string[] {
  const elements = member === 'cidrs' || member === 'ports' || member === 'numbers' || member === 'strings' ? value[member] : undefined
  return (elements ?? []).map(String)
}

/** Whether a sum that has gone past the bound stays past it, however it goes on growing. */
export const isUpperBound = ({ comparisonOperator }: BehaviorCriteria): boolean => comparisonOperator?.startsWith('less-than') === true
