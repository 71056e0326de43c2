import { describe, expect, it } from 'vitest'
import type { CommandParameter, CommandParameterValue, CommandParameterValueCondition } from '../model/model.generated.ts'
import { checkParameters, resolveParameters } from './command-parameters.ts'

type Operator = CommandParameterValueCondition['comparisonOperator']
const condition = (comparisonOperator: Operator, operand: CommandParameterValueCondition['operand']): CommandParameterValueCondition => ({
  comparisonOperator, operand,
})
const takes = (value: CommandParameterValue, ...valueConditions: CommandParameterValueCondition[]) => {
  try {
    return resolveParameters([{ name: 'p', valueConditions }], { p: value }).plain['p']
  } catch (error) {
    return (error as Error).name
  }
}
const broken = 'ValidationException'
const range = { numberRange: { min: '60', max: '80' } }

// iot-remote-command-concepts.html#iot-command-parameter-value-conditions
describe('a condition', () => {
  it.each([
    [{ I: 60 }, 'IN_RANGE', range, 60], [{ I: 80 }, 'IN_RANGE', range, 80], [{ I: 81 }, 'IN_RANGE', range, broken],
    [{ D: 59.9 }, 'IN_RANGE', range, broken], [{ I: 60 }, 'NOT_IN_RANGE', range, broken], [{ I: 59 }, 'NOT_IN_RANGE', range, 59],
    [{ D: 1.5 }, 'EQUALS', { number: '1.50' }, 1.5], [{ I: 1 }, 'EQUALS', { number: '2' }, broken],
    [{ I: 1 }, 'NOT_EQUALS', { number: '1' }, broken], [{ L: 1 }, 'LESS_THAN', { number: '1' }, broken],
    [{ L: 1 }, 'LESS_THAN_EQUALS', { number: '1' }, 1], [{ L: 1 }, 'GREATER_THAN', { number: '0.5' }, 1],
    [{ L: 1 }, 'GREATER_THAN_EQUALS', { number: '1e1' }, broken],
    [{ UL: '18446744073709551615' }, 'GREATER_THAN', { number: '18446744073709551614' }, 18_446_744_073_709_551_615n],
    [{ UL: '18446744073709551614' }, 'EQUALS', { number: '18446744073709551615' }, broken],
    [{ I: 2 }, 'IN_SET', { numbers: ['1', '2'] }, 2], [{ I: 3 }, 'IN_SET', { numbers: ['1', '2'] }, broken],
    [{ I: 2 }, 'NOT_IN_SET', { numbers: ['1', '2'] }, broken], [{ S: 'ON' }, 'IN_SET', { strings: ['ON', 'OFF'] }, 'ON'],
    [{ S: 'on' }, 'IN_SET', { strings: ['ON', 'OFF'] }, broken], [{ S: 'ON' }, 'NOT_IN_SET', { strings: ['ON'] }, broken],
    [{ S: 'ON' }, 'EQUALS', { string: 'ON' }, 'ON'], [{ S: 'ON' }, 'NOT_EQUALS', { string: 'ON' }, broken],
  ] as const)('%j %s %j: %s', (value, operator, operand, ends) => {
    expect(takes(value, condition(operator, operand as unknown as CommandParameterValueCondition['operand']))).toBe(ends)
  })
  it('holds with all others', () => {
    const both = [condition('GREATER_THAN', { number: '0' }), condition('NOT_EQUALS', { number: '5' })]
    expect([takes({ I: 5 }, ...both), takes({ I: 0 }, ...both), takes({ I: 4 }, ...both)]).toEqual([broken, broken, 4])
  })
})

describe('a value', () => {
  it.each<[CommandParameterValue, unknown]>([
    [{ I: 2_147_483_647 }, 2_147_483_647], [{ I: 2_147_483_648 }, broken], [{ I: 1.5 }, broken],
    [{ L: -9_007_199_254_740_991 }, -9_007_199_254_740_991], [{ L: 2 ** 64 }, broken], [{ UL: '18446744073709551616' }, broken],
    [{ D: 1.5 }, 1.5], [{ B: false }, false], [{ BIN: new Uint8Array([1]) }, new Uint8Array([1])], [{}, broken], [{ S: 'a', I: 1 }, broken],
  ])('%j: %s', (value, ends) => expect(takes(value)).toEqual(ends))
  it('is the request’s, else the command’s, else the default', () => {
    const parameters: CommandParameter[] = [
      { name: 'a', defaultValue: { I: 1 } }, { name: 'b', value: { I: 2 }, defaultValue: { I: 1 } },
      { name: 'c', type: 'INTEGER', defaultValue: { I: 1 } },
    ]
    expect(resolveParameters(parameters, { c: { I: 3 } })).toEqual({
      values: { a: { I: 1 }, b: { I: 2 }, c: { I: 3 } }, plain: { a: 1, b: 2, c: 3 },
    })
  })
  it.each<[string, CommandParameter, Record<string, CommandParameterValue>]>([
    ['none', { name: 'a', type: 'STRING' }, {}],
    ['another type', { name: 'a', type: 'STRING' }, { a: { I: 1 } }],
    ['another type than the default', { name: 'a', defaultValue: { S: 'x' } }, { a: { I: 1 } }],
    ['one for a parameter that is not there', { name: 'a', defaultValue: { S: 'x' } }, { b: { I: 1 } }],
    ['a default that breaks a condition', { name: 'a', defaultValue: { I: 1 }, valueConditions: [condition('IN_RANGE', range)] }, {}],
  ])('is refused: %s', (_, parameter, requested) => {
    expect(() => resolveParameters([parameter], requested)).toThrow(expect.objectContaining({ name: broken, statusCode: 400 }))
  })
})

describe('parameters of a command', () => {
  it.each<[string, CommandParameter[]]>([
    ['a name twice', [{ name: 'a' }, { name: 'a' }]],
    ['a default of another type', [{ name: 'a', type: 'STRING', defaultValue: { I: 1 } }]],
    ['value and default of two types', [{ name: 'a', value: { S: 'x' }, defaultValue: { I: 1 } }]],
    ['a default of two types', [{ name: 'a', defaultValue: { S: 'x', I: 1 } }]],
    ['a condition without a type', [{ name: 'a', valueConditions: [condition('EQUALS', { number: '1' })] }]],
    ['a condition for a Boolean', [{ name: 'a', type: 'BOOLEAN', valueConditions: [condition('EQUALS', { string: 'true' })] }]],
    ['a condition for bytes', [{ name: 'a', type: 'BINARY', valueConditions: [condition('EQUALS', { string: 'x' })] }]],
    ['a range of strings', [{ name: 'a', type: 'STRING', valueConditions: [condition('IN_RANGE', range)] }]],
    ['a string for numbers', [{ name: 'a', type: 'INTEGER', valueConditions: [condition('EQUALS', { string: '1' })] }]],
    ['two operands', [{ name: 'a', type: 'INTEGER', valueConditions: [condition('EQUALS', { number: '1', numbers: ['1'] })] }]],
    ['no operand', [{ name: 'a', type: 'INTEGER', valueConditions: [condition('EQUALS', {})] }]],
    ['a number that is none', [{ name: 'a', type: 'INTEGER', valueConditions: [condition('IN_SET', { numbers: ['1', 'x'] })] }]],
    ['a range backwards', [
      { name: 'a', type: 'INTEGER', valueConditions: [condition('IN_RANGE', { numberRange: { min: '2', max: '1' } })] },
    ]],
  ])('are refused: %s', (_, parameters) => {
    expect(() => checkParameters(parameters)).toThrow(expect.objectContaining({ name: broken, statusCode: 400 }))
  })
  it('are taken', () => {
    const valueConditions = [condition('IN_SET', { strings: ['ON', 'OFF'] })]
    expect(() => checkParameters([{ name: 'power', defaultValue: { S: 'OFF' }, valueConditions }, { name: 'any' }])).not.toThrow()
  })
})
