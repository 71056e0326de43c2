import { expect, it } from 'vitest'
import { jobDocument } from './job-document.ts'

const sha256 = 'ab'.repeat(32)
const signature = `${'A'.repeat(86)}==`
const firmware = { kind: 'firmware', version: '1.3.0', url: '${aws:iot:s3-presigned-url:https://s3/firmware.mjs}', sha256, signature }

it.each([
  { kind: 'settings', settings: { targetCelsius: 4 } },
  { kind: 'settings', settings: { valve: 'closed', intervalSec: 60 } },
  firmware,
  { kind: 'rotateCertificate', template: 'renew_kegs-1' },
])('takes %j', (document) => {
  expect(jobDocument.parse(document)).toEqual(document)
})

it.each<[string, unknown, RegExp]>([
  ['no object', 'settings', /object/],
  ['no kind', { settings: { valve: 'open' } }, /kind/],
  ['a kind of a later program', { kind: 'dance' }, /kind/],
  ['no setting', { kind: 'settings', settings: {} }, /at least one/],
  ['another site', { kind: 'settings', settings: { siteId: 'rome' } }, /siteId/],
  ['a word that is the keg\'s own', { kind: 'settings', settings: { firmware: '9' } }, /firmware/],
  ['a setting out of bounds', { kind: 'settings', settings: { targetCelsius: 99 } }, /targetCelsius/],
  ['a setting of a later program', { kind: 'settings', settings: { valve: 'open', disco: true } }, /disco/],
  ['more than a kind has', { kind: 'rotateCertificate', template: 'renew', force: true }, /force/],
  ['a version that is a path', { ...firmware, version: '../1' }, /version/],
  ['half a checksum', { ...firmware, sha256: 'abc' }, /sha256/],
  ['a signature that is too short', { ...firmware, signature: 'AAAA' }, /signature/],
  ['no signature', { ...firmware, signature: undefined }, /signature/],
  ['a template of no such name', { kind: 'rotateCertificate', template: 'a b' }, /template/],
])('refuses %s', (_, document, why) => {
  expect(JSON.stringify(jobDocument.safeParse(document).error?.issues)).toMatch(why)
})
