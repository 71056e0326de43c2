import { describe, expect, it } from 'vitest'
import type { MetricValue } from '../../model/model.generated.ts'
import { isNormal } from './criteria.ts'
import type { ValueMember } from './metrics.ts'

const rows: readonly [operator: string, member: ValueMember, bound: MetricValue, value: MetricValue, normal: boolean][] = [
  ['less-than', 'count', { count: 5 }, { count: 4 }, true],
  ['less-than', 'count', { count: 5 }, { count: 5 }, false],
  ['less-than-equals', 'count', { count: 5 }, { count: 5 }, true],
  ['less-than-equals', 'count', { count: 5 }, { count: 6 }, false],
  ['greater-than', 'count', { count: 5 }, { count: 5 }, false],
  ['greater-than-equals', 'count', { count: 5 }, { count: 5 }, true],
  ['less-than', 'number', { number: 0.5 }, { number: 0.25 }, true],
  ['greater-than', 'number', { number: -1 }, { number: -2 }, false],
  ['in-cidr-set', 'cidrs', { cidrs: ['10.0.0.0/8', 'fd00::/8'] }, { cidrs: ['10.1.2.3', 'fd12::1'] }, true],
  ['in-cidr-set', 'cidrs', { cidrs: ['10.0.0.0/8'] }, { cidrs: ['10.1.2.3', '11.0.0.1'] }, false],
  ['not-in-cidr-set', 'cidrs', { cidrs: ['10.0.0.0/8'] }, { cidrs: ['11.0.0.1'] }, true],
  ['not-in-cidr-set', 'cidrs', { cidrs: ['10.0.0.0/8'] }, { cidrs: ['11.0.0.1', '10.0.0.1'] }, false],
  ['in-port-set', 'ports', { ports: [22, 443] }, { ports: [443] }, true],
  ['in-port-set', 'ports', { ports: [443] }, { ports: [443, 23] }, false],
  ['not-in-port-set', 'ports', { ports: [23] }, { ports: [443, 23] }, false],
  ['in-port-set', 'ports', { ports: [443] }, { ports: [] }, true],
  ['in-set', 'strings', { strings: ['a', 'b'] }, { strings: ['b'] }, true],
  ['in-set', 'numbers', { numbers: [1] }, { numbers: [1, 2] }, false],
  ['not-in-set', 'strings', { strings: ['a'] }, { strings: ['b'] }, true],
]

describe('criteria', () => {
  it.each(rows)('%s of %s: %j and %j, normal %s', (comparisonOperator, member, value, measured, normal) => {
    expect(isNormal({ comparisonOperator, value }, member, measured)).toBe(normal)
  })
})
