import { expect, it } from 'vitest'
import { originKind } from './origin-kind.ts'

const hosts = { endpoint: '127.0.0.1:4566', iotData: 'localhost:8443' }

it.each([
  ['page.s3.amazonaws.com', { kind: 'bucket', bucket: 'page' }],
  ['page.of.bar.s3.eu-central-1.amazonaws.com', { kind: 'bucket', bucket: 'page.of.bar' }],
  ['page.s3-eu-west-1.amazonaws.com', { kind: 'bucket', bucket: 'page' }],
  ['a1b2c3.execute-api.eu-central-1.amazonaws.com', { kind: 'api', apiId: 'a1b2c3' }],
  ['127.0.0.1:4566/_apis/a1b2c3', { kind: 'api', apiId: 'a1b2c3' }],
  ['example-ats.iot.eu-central-1.amazonaws.com', { kind: 'iot' }],
  ['a3k7odshaiipe8-ats.iot.eu-central-1.amazonaws.com', { kind: 'iot' }],
  ['localhost:8443', { kind: 'iot' }],
  ['127.0.0.1:4566', undefined], ['localhost:9999', undefined], ['bar.example', undefined], ['s3.amazonaws.com.evil.example', undefined],
  ['page.s3.amazonaws.com.evil.example', undefined],
])('%s', (domainName, kind) => expect(originKind(domainName, hosts)).toEqual(kind))
