import { expect, it } from 'vitest'
import { ServiceException } from '../service-exception.ts'
import type { Model } from './model.ts'
import { validateInput } from './validate-input.ts'

const model: Model = {
  structures: { PutInput: { Data: { type: 'blob', constraint: 'Data' } } },
  constraints: { Data: { min: 1, max: 3 } },
  shapesOf: { Put: { input: 'PutInput', output: undefined } },
}
const invalid = (message: string) => new ServiceException('ValidationException', 400, message)

it.each([
  ['AQID', undefined],
  [new Uint8Array(3), undefined],
  ['AQIDBA==', 'less than or equal to 3'],
  [new Uint8Array(4), 'less than or equal to 3'],
  ['', 'greater than or equal to 1'],
])('counts bytes, in base64 as well: %o', (Data, broken) => {
  const check = () => validateInput(model, 'Put', { Data }, invalid)
  if (broken === undefined) expect(check).not.toThrow()
  else expect(check).toThrow(`Member must have length ${broken}`)
})
