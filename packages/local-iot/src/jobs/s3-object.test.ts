import { expect, it } from 'vitest'
import { objectsIn, s3Object, withUrls } from './s3-object.ts'

it.each([
  ['https://s3.eu-central-1.amazonaws.com/bar/jobs/a.json', { bucket: 'bar', key: 'jobs/a.json' }],
  ['https://s3.amazonaws.com/bar/a%20b', { bucket: 'bar', key: 'a b' }],
  ['https://bar.s3.eu-central-1.amazonaws.com/a', { bucket: 'bar', key: 'a' }],
  ['https://my.bar.s3-eu-west-1.amazonaws.com/a/b', { bucket: 'my.bar', key: 'a/b' }],
  ['http://127.0.0.1:4566/bar/a', { bucket: 'bar', key: 'a' }],
  ['bar/a', { bucket: 'bar', key: 'a' }],
  ['https://bar.s3.amazonaws.com/', undefined],
  ['https://s3.amazonaws.com/bar', undefined],
  ['bar', undefined],
  ['https://', undefined],
])('%s names %j', (text, object) => {
  expect(s3Object(text)).toEqual(object)
})

it('puts URLs where a document asks for them, by both versions of the placeholder', () => {
  const document = '{"a":"${aws:iot:s3-presigned-url:bar/a}","b":["${aws:iot:s3-presigned-url-v2:https://s3.us-east-1.amazonaws.com/bar/b}"],"c":"${else}"}'
  expect(objectsIn(document)).toEqual([{ bucket: 'bar', key: 'a' }, { bucket: 'bar', key: 'b' }])
  const presign = ({ bucket, key }: { bucket: string; key: string }, expiresInSec: number) => `url:${bucket}/${key}?${expiresInSec}`
  expect(withUrls(document, 60, { presign })).toBe('{"a":"url:bar/a?60","b":["url:bar/b?60"],"c":"${else}"}')
  expect(withUrls('{"a":"${aws:iot:s3-presigned-url:bar/a}"}', undefined, { presign })).toBe('{"a":"url:bar/a?3600"}')
  expect(() => objectsIn('{"a":"${aws:iot:s3-presigned-url:bar}"}')).toThrow(expect.objectContaining({ code: 'InvalidRequest' }))
})
