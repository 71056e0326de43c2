import { hash } from '@keg/aws-service'
import { describe, expect, it } from 'vitest'
import { planOf } from './plan.ts'
import { parseTemplate } from './template.ts'

const policyDocument = '{"Version":"2012-10-17","Statement":[]}'
const resources = {
  thing: {
    Type: 'AWS::IoT::Thing',
    Properties: {
      ThingName: { 'Fn::Join': ['-', ['keg', { Ref: 'Serial' }]] }, AttributePayload: { site: { Ref: 'Site' } },
      ThingGroups: ['kegs', { Ref: 'Site' }], ThingTypeName: 'keg', BillingGroup: 'beer',
    },
    OverrideSettings: { AttributePayload: 'MERGE', ThingTypeName: 'REPLACE', ThingGroups: 'FAIL' },
  },
  certificate: {
    Type: 'AWS::IoT::Certificate',
    Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'Active', ThingPrincipalType: 'EXCLUSIVE_THING' },
  },
  policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'kegs' } },
  other: { Type: 'AWS::IoT::Policy', Properties: { PolicyDocument: policyDocument } },
}
const parameters = {
  'Serial': { Type: 'String' }, 'Site': { Type: 'String', Default: 'berlin' }, 'AWS::IoT::Certificate::Id': { Type: 'String' },
}
const template = (more: object = {}) => parseTemplate(JSON.stringify({
  Parameters: parameters, Resources: resources, Mappings: { Urls: { berlin: { url: 'https://b' } } },
  DeviceConfiguration: { url: { 'Fn::FindInMap': ['Urls', { Ref: 'Site' }, 'url'] }, volumeMl: 30_000 }, ...more,
}))
const withThing = (properties: object, settings?: object) => ({
  Resources: { ...resources, thing: { Type: 'AWS::IoT::Thing', Properties: properties, OverrideSettings: settings } },
})

// provision-template.html
describe('a plan', () => {
  it('is the template with its parameters in it', () => {
    expect(planOf(template(), { 'Serial': '7', 'AWS::IoT::Certificate::Id': 'ABC' })).toEqual({
      thing: {
        logicalId: 'thing', thingName: 'keg-7', attributes: { site: 'berlin' }, thingGroups: ['kegs', 'berlin'], thingTypeName: 'keg',
        billingGroupName: 'beer', overrides: { attributes: 'MERGE', thingTypeName: 'REPLACE', thingGroups: 'FAIL' },
      },
      certificate: {
        logicalId: 'certificate', source: { certificateId: 'abc' }, status: 'ACTIVE', override: 'DO_NOTHING',
        thingPrincipalType: 'EXCLUSIVE_THING',
      },
      policies: [
        { logicalId: 'policy', policyName: 'kegs', policyDocument: undefined },
        { logicalId: 'other', policyName: hash(policyDocument), policyDocument },
      ],
      deviceConfiguration: { url: 'https://b', volumeMl: 30_000 },
    })
  })
  it('takes a value before a default', () => {
    expect(planOf(template({ Mappings: { Urls: { rome: { url: 'r' } } } }), {
      'Serial': '7', 'Site': 'rome', 'AWS::IoT::Certificate::Id': 'a',
    })).toMatchObject({ deviceConfiguration: { url: 'r' }, thing: { thingGroups: ['kegs', 'rome'] } })
  })
  it.each<[string, object, RegExp]>([
    ['a declared parameter without a value', {}, /parameter Serial is missing/],
    ['a thing without a name', withThing({}), /Resources\.thing\.Properties\.ThingName: is missing/],
    ['a thing with an empty name', withThing({ ThingName: '' }), /ThingName: is a text/],
    ['an attribute that is a number', withThing({ ThingName: 'a', AttributePayload: { n: 1 } }), /AttributePayload\.n: is a text, not 1/],
    ['groups that are no list', withThing({ ThingName: 'a', ThingGroups: 'g' }), /ThingGroups: is no list/],
    ['two sources of a certificate', {
      Resources: { c: { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: 'a', CertificatePem: 'b' } } },
    }, /give one of/],
    ['no source of a certificate', { Resources: { c: { Type: 'AWS::IoT::Certificate' } } }, /give one of/],
    ['a status that there is not', {
      Resources: { c: { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: 'a', Status: 'REVOKED' } } },
    }, /Status: is one of ACTIVE, INACTIVE/],
    ['a policy by name and document', {
      Resources: { p: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'a', PolicyDocument: '{}' } } },
    }, /either PolicyName or PolicyDocument/],
  ])('is refused for %s', (what, more, message) => {
    const given = what.startsWith('a declared') ? {} : { Serial: '7', 'AWS::IoT::Certificate::Id': 'a' }
    expect(() => planOf(template(more), given)).toThrow(message)
  })
})

describe('a template', () => {
  it.each<[string, string | object, RegExp]>([
    ['is no JSON', '{', /The template: is no JSON object/],
    ['is a list', '[]', /is no JSON object/],
    ['is nested too deep', `{"Resources":{"a":{"Type":${'['.repeat(5000)}${']'.repeat(5000)}}}}`, /The template: has more than 100 levels/],
    ['is too long', ' '.repeat(10_241), /more than 10240/],
    ['has no resources', {}, /Resources: is missing/],
    ['has a parameter of another type', {
      Parameters: { a: { Type: 'Number' } }, Resources: {},
    }, /Parameters\.a\.Type: is "String", not "Number"/],
    ['has a default that is no text', { Parameters: { a: { Type: 'String', Default: 1 } }, Resources: {} }, /Parameters\.a\.Default/],
    ['has a resource of another type', { Resources: { a: { Type: 'AWS::S3::Bucket' } } }, /Resources\.a\.Type: is one of/],
    ['has two things', { Resources: { a: resources.thing, b: resources.thing } }, /Resources\.b: is a second AWS::IoT::Thing/],
    ['has a property that is none', withThing({ ThingNam: 'a' }), /Resources\.thing\.Properties\.ThingNam: is no property/],
    [
      'has an override that is none', withThing({ ThingName: 'a' }, { ThingTypeName: 'MERGE' }),
      /OverrideSettings\.ThingTypeName: is one of/,
    ],
    ['overrides what has no settings', {
      Resources: { p: { ...resources.policy, OverrideSettings: { PolicyName: 'REPLACE' } } },
    }, /PolicyName: has no override settings/],
    ['has a function that is none', withThing({ ThingName: { 'Fn::Base64': 'a' } }), /ThingName: there is no function Fn::Base64/],
    ['has functions in its mappings', { Mappings: { a: { b: { Ref: 'c' } } }, Resources: {} }, /Mappings\.a\.b: Mappings has no functions/],
    ['nests its device configuration', {
      DeviceConfiguration: { a: { b: 1 } }, Resources: {},
    }, /DeviceConfiguration\.a: .* no nested objects/],
  ])('that %s is refused, and where', (_what, document, message) => {
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    expect(() => parseTemplate(text))
      .toThrow(expect.objectContaining({ code: 'TEMPLATE_INVALID', message: expect.stringMatching(message) }))
  })
})
