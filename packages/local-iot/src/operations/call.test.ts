import { brokenConstraints, validateInput } from '@keg/aws-service'
import { describe, expect, it } from 'vitest'
import { model } from '../model/model.generated.ts'
import { invalidRequest } from '../errors/service-exception.ts'

describe('an input is refused in AWS\'s words', () => {
  it.each([
    ['ListThings', { maxResults: 251 }, "1 validation error detected: Value '251' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 250"],
    ['ListThings', { maxResults: 0 }, "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1"],
    ['DescribeThing', {}, "1 validation error detected: Value null at 'thingName' failed to satisfy constraint: Member must not be null"],
    ['DescribeThing', { thingName: '' }, "2 validation errors detected: Value '' at 'thingName' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'thingName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+"],
    ['DescribeThing', { thingName: 'a\n' }, "1 validation error detected: Value 'a\n' at 'thingName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+"],
    ['UpdateCertificate', { certificateId: 'ab'.repeat(32), newStatus: 'GONE' }, "1 validation error detected: Value 'GONE' at 'newStatus' failed to satisfy constraint: Member must satisfy enum value set: [ACTIVE, INACTIVE, REVOKED, PENDING_TRANSFER, REGISTER_INACTIVE, PENDING_ACTIVATION]"],
    ['CreateThing', { thingName: 'a', attributePayload: { attributes: { 'a b': '1' } } }, "1 validation error detected: Value '{\"a b\":\"1\"}' at 'attributePayload.attributes' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z0-9_.,@/:#-]+]"],
    ['CreateThing', { thingName: 'a', attributePayload: { attributes: { a: 'x'.repeat(801) } } }, `1 validation error detected: Value '${'x'.repeat(256)}…' at 'attributePayload.attributes.a' failed to satisfy constraint: Member must have length less than or equal to 800`],
  ])('%s %j', (operation, input, message) => {
    expect(() => validateInput(model, operation, input, invalidRequest))
      .toThrow(expect.objectContaining({ name: 'InvalidRequestException', statusCode: 400, message }))
  })
  it.each([
    ['DescribeThing', { thingName: 5 }, "'thingName' must be a string."],
    ['ListThings', { maxResults: Number.NaN }, "'maxResults' must be a number."],
    ['CreateThing', { thingName: 'a', attributePayload: [] }, "'attributePayload' must be an object."],
    ['CreateThing', { thingName: 'a', attributePayload: { attributes: 'x' } }, "'attributePayload.attributes' must be a map."],
  ])('%s %j', (operation, input, message) => {
    expect(() => validateInput(model, operation, input, invalidRequest))
      .toThrow(expect.objectContaining({ name: 'SerializationException', message }))
  })
})

describe('the model\'s patterns', () => {
  it('end, whatever they are asked', () => {
    const hostile = ['a', ' ', '/a', '.a', 'a-', 'a,', ':', '_', '0'].map((part) => `${part.repeat(60)}\u0000`)
    for (const name of Object.keys(model.constraints))
      for (const text of hostile) expect(() => brokenConstraints(model.constraints, name, text)).not.toThrow()
  })
  it('compile, all of them', () => {
    for (const name of Object.keys(model.constraints)) expect(() => brokenConstraints(model.constraints, name, 'text')).not.toThrow()
  })
})
