import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFunctions, evaluated } from './intrinsic-function.ts'

const scope = {
  parameters: new Map([['Serial', 'k-1'], ['List', 'a,b,c']]),
  mappings: { Sites: { berlin: { url: 'https://berlin', ports: [1, 2] } } },
}
const ref = (name: string) => ({ Ref: name })
const evaluate = (value: unknown) => evaluated(value, scope, 'X')

// provision-template.html#intrinsic-functions
describe('functions of templates', () => {
  it.each<[unknown, unknown]>([
    ['text', 'text'],
    [{ a: [1, ref('Serial')] }, { a: [1, 'k-1'] }],
    [{ 'Fn::Join': ['-', ['keg', ref('Serial')]] }, 'keg-k-1'],
    [{ 'Fn::Join': ['', []] }, ''],
    [{ 'Fn::Join': ['+', { 'Fn::Split': [',', ref('List')] }] }, 'a+b+c'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [',', ref('List')] }] }, 'b'],
    [{ 'Fn::Select': [0, ['x', 'y']] }, 'x'],
    [{ 'Fn::FindInMap': ['Sites', 'berlin', 'url'] }, 'https://berlin'],
    [{ 'Fn::FindInMap': ['Sites', 'berlin', 'ports'] }, [1, 2]],
    [{ 'Fn::Sub': 'keg-${Serial}-${!Serial}' }, 'keg-k-1-${Serial}'],
    [{ 'Fn::Sub': ['${a}/${Serial}', { a: { 'Fn::Select': [2, { 'Fn::Split': [',', ref('List')] }] } }] }, 'c/k-1'],
  ])('%j is %j', (value, expected) => {
    checkFunctions(value, 'X')
    expect(evaluate(value)).toEqual(expected)
  })

  it.each<[unknown, string, RegExp]>([
    [ref('Other'), 'PARAMETER_MISSING', /Other is missing, which X\.Ref refers to/],
    [{ 'Fn::Sub': '${Other}' }, 'PARAMETER_MISSING', /Other/],
    [{ 'Fn::Select': [3, ['a']] }, 'TEMPLATE_INVALID', /X\.Fn::Select: a list of 1 has nothing at index 3/],
    [{ 'Fn::Select': ['-1', ['a']] }, 'TEMPLATE_INVALID', /nothing at index/],
    [{ 'Fn::Select': [0, [null]] }, 'TEMPLATE_INVALID', /nothing at index/],
    [{ 'Fn::Select': [0, 'a'] }, 'TEMPLATE_INVALID', /takes a list/],
    [{ 'Fn::FindInMap': ['Sites', 'paris', 'url'] }, 'TEMPLATE_INVALID', /nothing at Sites\.paris\.url/],
    [{ 'Fn::FindInMap': ['Sites', 'constructor', 'name'] }, 'TEMPLATE_INVALID', /nothing at/],
    [{ 'Fn::Join': ['-', ['a', 1]] }, 'TEMPLATE_INVALID', /takes a text here, not 1/],
    [{ 'Fn::Split': ['', 'ab'] }, 'TEMPLATE_INVALID', /delimiter is empty/],
  ])('%j fails', (value, code, message) => {
    expect(() => evaluate(value)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }))
  })

  it.each<[unknown, RegExp]>([
    [{ 'Fn::GetAtt': ['a', 'b'] }, /there is no function Fn::GetAtt/],
    [{ 'Fn::Join': ['a'] }, /X\.Fn::Join: takes 2 arguments, not 1/],
    [{ Ref: 'a', other: 1 }, /no other members/],
    [Array.from({ length: 50 }).reduce((inner) => [inner], 'x'), /nested/],
  ])('%j is refused before it is used', (value, message) => {
    expect(() => checkFunctions(value, 'X')).toThrow(message)
  })

  it('a text that grows without bound fails', () => {
    const dots = { 'Fn::Split': ['.', '.'.repeat(100)] }
    expect(() => evaluate({ 'Fn::Join': ['x'.repeat(1000), dots] })).toThrow(/more than 65536/)
    expect(() => evaluated({ 'Fn::Sub': '${Long}'.repeat(20) }, { ...scope, parameters: new Map([['Long', 'x'.repeat(5000)]]) }, 'X'))
      .toThrow(/more than 65536/)
  })

  it('join and split undo each other', () => {
    const part = fc.string().filter((text) => !text.includes(','))
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      expect(evaluate({ 'Fn::Split': [',', { 'Fn::Join': [',', parts] }] })).toEqual(parts)
    }))
  })

  it('what has no functions stays as it is', () => {
    const plain = fc.jsonValue().filter((value) => !/"(?:Ref|Fn::[^"]*|__proto__)":/.test(JSON.stringify(value)))
    fc.assert(fc.property(plain, (value) => {
      expect(evaluate(value)).toEqual(value)
    }))
  })
})
